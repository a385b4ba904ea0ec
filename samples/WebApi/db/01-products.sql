CREATE TABLE products (
    id INT PRIMARY KEY AUTO_INCREMENT,
    name VARCHAR(100) NOT NULL,
    price DECIMAL(10, 2) NOT NULL,
    stock INT NOT NULL
);

INSERT INTO products (name, price, stock) VALUES
    ('Teapot', 24.90, 12),
    ('Cup', 6.50, 140),
    ('Strainer', 9.00, 0);
