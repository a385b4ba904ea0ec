using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DockerConnectionStrings.Analyzers.Edits;

/// <summary>
/// Repairs as a property of a diagnostic, by which they travel from the analyzer to the code fixes. Each field is written behind its
/// length (<c>4:3307</c>), and what a log or a file of XML could not hold is escaped.
/// </summary>
internal static class RepairProperties
{
    private const string Key = "repairs";

    /// <summary>Writes repairs; no property when there is none.</summary>
    public static ImmutableDictionary<string, string?> Write(OfferedRepairs repairs)
    {
        if (repairs.Actions.IsEmpty)
        {
            return ImmutableDictionary<string, string?>.Empty;
        }

        var writer = new Writer();
        writer.Add(repairs.Actions, action =>
        {
            writer.Add(action.Title);
            writer.Add(action.EquivalenceKey);
            writer.Add(action.IsCertain ? 1 : 0);
            writer.Add(action.Edits, edit =>
            {
                writer.Add(edit.Start);
                writer.Add(edit.OldText);
                writer.Add(edit.Before);
                writer.Add(edit.Behind);
                writer.Add(edit.Path ?? "");
                writer.Add(edit.NewText.Pieces, piece =>
                {
                    writer.Add(piece.Text);
                    if (piece.Copy is { } copy)
                    {
                        writer.Add(copy.Start);
                        writer.Add(copy.Length);
                        writer.Add(copy.Before);
                        writer.Add(copy.Behind);
                        writer.Add(copy.Path ?? "");
                        writer.Add(copy.Doubled);
                        writer.Add(copy.Backslashed);
                    }
                });
            });
        });
        return ImmutableDictionary<string, string?>.Empty.Add(Key, writer.ToString());
    }

    /// <summary>Reads what <see cref="Write"/> wrote. Properties of somebody else, or damaged ones, are no repairs.</summary>
    public static OfferedRepairs Read(ImmutableDictionary<string, string?> properties)
    {
        if (!properties.TryGetValue(Key, out var written) || written is null)
        {
            return OfferedRepairs.None;
        }

        var reader = new Reader(written);
        var actions = reader.All(() => new Repair(reader.Text(), reader.Text(), ImmutableArray<Edit>.Empty)
        {
            IsCertain = reader.Number() == 1,
            Edits = reader.All(() =>
            {
                var (start, oldText, before, behind, path) = (reader.Number(), reader.Text(), reader.Text(), reader.Text(), reader.Text());
                var newText = reader.All(() => ReadPiece(reader)).Aggregate(EditText.Empty, static (text, piece) => text + piece);
                return new Edit(start, oldText, newText, path.Length > 0 ? path : null) { Before = before, Behind = behind };
            }),
        });
        return reader.IsWhole ? new OfferedRepairs(actions) : OfferedRepairs.None;
    }

    private static EditText ReadPiece(Reader reader) => reader.Text() is { Length: > 0 } text
        ? text
        : new Copy(reader.Number(), reader.Number(), reader.Text(), reader.Text(), reader.Text() is { Length: > 0 } path ? path : null)
        {
            Doubled = reader.Text(),
            Backslashed = reader.Text(),
        };

    /// <summary>True for what is not written as it is: the backslash, control characters, line ends of Unicode and halves of characters.</summary>
    private static bool IsEscaped(char c) =>
        c == '\\' || char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private sealed class Writer
    {
        private readonly StringBuilder _written = new();

        public void Add(int number) => Add(number.ToString(CultureInfo.InvariantCulture));

        public void Add(string text)
        {
            var escaped = text.Any(IsEscaped)
                ? string.Concat(text.Select(static c => IsEscaped(c) ? "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) : c.ToString()))
                : text;
            _written.Append(escaped.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(escaped);
        }

        public void Add<T>(ImmutableArray<T> all, Action<T> add)
        {
            Add(all.Length);
            foreach (var one in all)
            {
                add(one);
            }
        }

        public override string ToString() => _written.ToString();
    }

    /// <summary>Reads fields; behind a damaged one each is empty, or zero.</summary>
    private sealed class Reader(string written)
    {
        private int _position;
        private bool _isDamaged;

        /// <summary>True when every field was there, and no other.</summary>
        public bool IsWhole => !_isDamaged && _position == written.Length;

        public int Number()
        {
            var text = Text();
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Damaged(0);
        }

        public string Text()
        {
            var colon = _isDamaged ? -1 : written.IndexOf(':', _position);
            if (colon < 0 || !int.TryParse(written.Substring(_position, colon - _position), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length > written.Length - colon - 1)
            {
                return Damaged("");
            }

            _position = colon + 1 + length;
            return Unescape(written.Substring(colon + 1, length));
        }

        public ImmutableArray<T> All<T>(Func<T> read)
        {
            var all = ImmutableArray.CreateBuilder<T>();
            for (var left = Number(); left > 0 && !_isDamaged; left--)
            {
                all.Add(read());
            }

            return all.ToImmutable();
        }

        private string Unescape(string text)
        {
            if (text.IndexOf('\\') < 0)
            {
                return text;
            }

            var plain = new StringBuilder(text.Length);
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] != '\\')
                {
                    plain.Append(text[i]);
                }
                else if (i + 6 <= text.Length && text[i + 1] == 'u'
                    && int.TryParse(text.Substring(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                {
                    plain.Append((char)code);
                    i += 5;
                }
                else
                {
                    return Damaged("");
                }
            }

            return plain.ToString();
        }

        private T Damaged<T>(T value)
        {
            _isDamaged = true;
            return value;
        }
    }
}
