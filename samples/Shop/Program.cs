using System.Globalization;
using MySqlConnector;
using Shop;

try
{
    foreach (var product in await Catalogue.ReadAsync())
    {
        var left = await Stock.CountAsync(product.Id);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{product.Id}  {product.Name,-10} {product.Price,8:0.00}  {(left > 0 ? $"{left} in stock" : "sold out")}"));
    }

    return 0;
}
catch (MySqlException exception)
{
    Console.Error.WriteLine($"The shop's database does not answer: {exception.Message}");
    return 1;
}
