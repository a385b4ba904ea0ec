using MySqlConnector;

namespace Shop;

/// <summary>Reads how many pieces of a product are left.</summary>
internal static class Stock
{
    public static async Task<int> CountAsync(int productId)
    {
        // The container's port on this machine: somebody else's MySQL answers there, or nobody.
        await using var connection = new MySqlConnection("Server=localhost;Port=3306;Database=shop;User ID=shop;Password=shop-secret");
        await connection.OpenAsync();
        await using var command = new MySqlCommand("SELECT stock FROM products WHERE id = @id", connection);
        command.Parameters.AddWithValue("@id", productId);
        return Convert.ToInt32(await command.ExecuteScalarAsync());
    }
}
