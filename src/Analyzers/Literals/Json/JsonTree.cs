using System.Collections.Immutable;
using DockerConnectionStrings.Analyzers.Literals.Yaml;

namespace DockerConnectionStrings.Analyzers.Literals.Json;

/// <summary>
/// Puts tokens together. Open collections are a list, not calls of calls, so that no depth overflows the stack; what is
/// deeper than any program reads is left out, so that whoever walks the tree needs no such care.
/// </summary>
internal sealed class JsonTree(JsonCursor cursor)
{
    /// <summary>As for YAML. System.Text.Json reads 64 levels unless it is told otherwise.</summary>
    private const int MaxDepth = 100;

    private const string NoColon = "no ':' stands behind the key";

    private readonly Stack<JsonCollection> _open = new();
    private int _openMappings;
    private YamlNode? _root;
    private bool _hasEnded;

    /// <summary>Takes the opening bracket at the cursor.</summary>
    public void Open()
    {
        var start = cursor.Position++;
        var isMapping = cursor.Text[start] == '{';
        Expect(start, isKey: false);
        if (_open.Count > 0 && _open.Peek().TakesKey)
        {
            cursor.AddProblem(start, "the value has no key");
        }

        if (_open.Count == MaxDepth)
        {
            cursor.AddProblem(start, "the nesting is deeper than 100 levels");
        }

        _open.Push(new JsonCollection(start, isMapping, isKept: _open.Count < MaxDepth));
        _openMappings += isMapping ? 1 : 0;
    }

    /// <summary>Takes the closing bracket at the cursor, and closes with it what is open inside of its collection.</summary>
    public void Close()
    {
        var position = cursor.Position++;
        var bracket = cursor.Text[position];
        var isMapping = bracket == '}';
        if ((isMapping ? _openMappings : _open.Count - _openMappings) == 0)
        {
            cursor.AddProblem(position, $"no bracket is open for the '{bracket}'");
            return;
        }

        while (_open.Peek().IsMapping != isMapping)
        {
            LeaveUnclosed(position);
        }

        var collection = _open.Peek();
        EndEntry(collection, position);
        collection.End = position + 1;
        if (_open.Count == 1 && cursor.MoveToToken())
        {
            // The root goes on: a bracket too many is more often in the middle of a file than text behind its end.
            ReportEnd(cursor.Position);
            collection.Slot = cursor.Current == ',' ? JsonSlot.End : JsonSlot.Entry;
            return;
        }

        Leave();
    }

    /// <summary>Takes the comma at the cursor.</summary>
    public void Separate()
    {
        var position = cursor.Position++;
        if (_open.Count == 0 || _open.Peek().Slot == JsonSlot.Entry)
        {
            cursor.AddProblem(position, "nothing stands before the ','");
            return;
        }

        EndEntry(_open.Peek(), position);
        _open.Peek().Slot = JsonSlot.Entry;
    }

    /// <summary>Takes the colon at the cursor.</summary>
    public void EndKey()
    {
        var position = cursor.Position++;
        var collection = _open.Count > 0 && _open.Peek().IsMapping ? _open.Peek() : null;
        if (collection is not { Slot: JsonSlot.Colon })
        {
            cursor.AddProblem(position, "no key stands before the ':'");
        }

        if (collection is { Slot: JsonSlot.Entry })
        {
            collection.Add(YamlFlow.Empty(position));
        }

        if (collection is { Slot: JsonSlot.Colon })
        {
            var comment = cursor.Text.IndexOf('/', collection.End, position - collection.End);
            if (comment >= 0)
            {
                // The one place where System.Text.Json skips none.
                cursor.AddProblem(comment, "a comment stands between the key and its ':'");
            }

            collection.Slot = JsonSlot.Value;
            collection.End = position + 1;
        }
    }

    /// <summary>Takes a scalar that ends at the cursor.</summary>
    public void Add(YamlScalar scalar)
    {
        // Without quotes it may as well be a host and a port.
        Expect(scalar.Span.Start, isKey: cursor.MoveToToken() && cursor.Current == ':' && scalar.Style == YamlScalarStyle.DoubleQuoted);
        var collection = _open.Count > 0 ? _open.Peek() : null;
        var isKey = collection is { TakesKey: true };
        if (scalar.Style == YamlScalarStyle.Plain && (isKey || !JsonWord.IsValue(scalar.Value)))
        {
            cursor.AddProblem(scalar.Span.Start, isKey ? "a key needs double quotes" : "a text needs double quotes");
        }

        if (collection is null)
        {
            _root ??= scalar;
        }
        else
        {
            collection.Add(scalar);
        }
    }

    /// <summary>The root, behind the last token.</summary>
    public ImmutableArray<YamlNode> ToDocuments()
    {
        while (_open.Count > 0)
        {
            LeaveUnclosed(cursor.Position);
        }

        if (_root is null)
        {
            cursor.AddProblem(cursor.Position, "the file holds no value");
            return ImmutableArray<YamlNode>.Empty;
        }

        return ImmutableArray.Create(_root);
    }

    /// <summary>Makes the innermost collection ready for a node, and records what is missing before it.</summary>
    /// <param name="position">Source position of the node.</param>
    /// <param name="isKey">True for a string that a colon follows.</param>
    private void Expect(int position, bool isKey)
    {
        while (isKey && _openMappings > 0 && !_open.Peek().IsMapping)
        {
            LeaveUnclosed(position);
        }

        if (_open.Count == 0)
        {
            if (_root is not null)
            {
                ReportEnd(position);
            }

            return;
        }

        var collection = _open.Peek();
        switch (collection.Slot)
        {
            case JsonSlot.Colon or JsonSlot.Value when isKey:
                // What is typed so far is an entry without its value; the next entry must not become the value.
                EndEntry(collection, position);
                collection.Slot = JsonSlot.Entry;
                break;
            case JsonSlot.Colon:
                cursor.AddProblem(position, NoColon);
                collection.Slot = JsonSlot.Value;
                break;
            case JsonSlot.End:
                cursor.AddProblem(position, "no ',' stands between two values");
                collection.Slot = JsonSlot.Entry;
                break;
        }
    }

    /// <summary>Ends the entry before a place, whose value may be missing.</summary>
    private void EndEntry(JsonCollection collection, int position)
    {
        if (collection.Slot == JsonSlot.Colon)
        {
            cursor.AddProblem(position, NoColon);
            collection.Slot = JsonSlot.Value;
            collection.AddEmpty();
        }
        else if (collection.Slot == JsonSlot.Value)
        {
            cursor.AddProblem(position, "no value stands behind the ':'");
            collection.AddEmpty();
        }
    }

    /// <summary>Leaves the innermost collection at a place that shows that its bracket is missing.</summary>
    private void LeaveUnclosed(int position)
    {
        var collection = _open.Peek();
        EndEntry(collection, position);
        if (_open.Count <= MaxDepth && !(_hasEnded && _open.Count == 1))
        {
            cursor.AddProblem(collection.Start, $"the '{cursor.Text[collection.Start]}' is not closed");
        }

        Leave();
    }

    private void Leave()
    {
        var collection = _open.Pop();
        _openMappings -= collection.IsMapping ? 1 : 0;
        var node = collection.ToNode();
        if (_open.Count > 0)
        {
            _open.Peek().Add(node);
        }
        else
        {
            // A word in front of the first bracket is not the root.
            _root = node;
        }
    }

    private void ReportEnd(int position)
    {
        if (!_hasEnded)
        {
            cursor.AddProblem(position, "there is text behind the end of the value");
        }

        _hasEnded = true;
    }
}
