using MySqlConnector;

namespace Shop;

/// <summary>Reads the products that the shop sells.</summary>
internal static class Catalogue
{
    // Copied from `docker inspect`: the address that the container had on one machine, that day.
    private const string ConnectionString = "Server=172.17.0.2;Port=3306;Database=shop;User ID=shop;Password=shop-secret";

    public static async Task<List<Product>> ReadAsync()
    {
        await using var connection = new MySqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand("SELECT id, name, price FROM products ORDER BY id", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var products = new List<Product>();
        while (await reader.ReadAsync())
            products.Add(new Product(reader.GetInt32(0), reader.GetString(1), reader.GetDecimal(2)));
        return products;
    }
}
