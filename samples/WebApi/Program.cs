using Microsoft.EntityFrameworkCore;
using WebApi;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDbContext<ShopContext>(options => options.UseMySql(
    builder.Configuration.GetConnectionString("Shop"), ShopContext.Server));
builder.Services.AddSingleton<AuditLog>();

var app = builder.Build();
app.MapGet("/products", async (ShopContext shop) => await shop.Products.OrderBy(product => product.Id).ToListAsync());
app.MapGet("/audit", async (AuditLog log) => await log.CountAsync());
app.Run();
