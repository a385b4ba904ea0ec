using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace WebApi;

/// <summary>A product that the shop sells.</summary>
public sealed class Product
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public decimal Price { get; set; }

    public int Stock { get; set; }
}

public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    /// <summary>Named, not asked for: the program starts without its database.</summary>
    public static readonly ServerVersion Server = new MySqlServerVersion(new Version(8, 4));

    public DbSet<Product> Products => Set<Product>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Product>().ToTable("products");
}

/// <summary>For <c>dotnet ef</c>, which runs on the developer's machine and not in the container.</summary>
public sealed class ShopContextFactory : IDesignTimeDbContextFactory<ShopContext>
{
    public ShopContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<ShopContext>()
        .UseMySql("Server=localhost;Port=3306;Database=shop;User ID=shop;Password=shop-secret", ShopContext.Server)
        .Options);
}
