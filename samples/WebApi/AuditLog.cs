using MySqlConnector;

namespace WebApi;

/// <summary>Counts what the audit log holds; where it is, variables of the environment say.</summary>
public sealed class AuditLog(IConfiguration configuration)
{
    public async Task<long> CountAsync()
    {
        var address = new MySqlConnectionStringBuilder
        {
            Server = configuration["AUDIT_MYSQL_HOST"],
            Port = configuration.GetValue<uint>("AUDIT_MYSQL_PORT"),
            Database = configuration["AUDIT_MYSQL_DATABASE"],
            UserID = configuration["AUDIT_MYSQL_USER"],
            Password = configuration["AUDIT_MYSQL_PASSWORD"],
        };
        await using var connection = new MySqlConnection(address.ConnectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand("SELECT COUNT(*) FROM products", connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }
}
