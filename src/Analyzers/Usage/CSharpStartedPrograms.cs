using DockerConnectionStrings.Analyzers.Literals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DockerConnectionStrings.Analyzers.Usage;

/// <summary>
/// The C# reader of the programs that a file starts, by syntax alone: command lines in texts, and programs with their arguments
/// (<c>Process.Start</c>, <c>ProcessStartInfo</c>, lists of words, CliWrap).
/// </summary>
/// <param name="mentions">Tells by a piece of a text whether the text may be asked for.</param>
/// <param name="constants">What expressions are worth.</param>
internal sealed class CSharpStartedPrograms(Func<string, bool> mentions, CSharpConstants constants)
{
    /// <summary>Calls that show a text to a reader and run nothing.</summary>
    private static readonly string[] s_showing =
        ["Log", "Write", "Print", "Trace", "Debug", "Info", "Warn", "Error", "Fatal", "Fail", "Skip", "Inconclusive", "Assert", "Markup"];

    private readonly List<WrittenCommand> _commands = [];

    /// <summary>What is being set of each process, by the member that sets it and the expression that it is known by.</summary>
    private readonly Dictionary<(SyntaxNode? Member, string Receiver), Start> _starts = [];

    /// <summary>Looks at a node of the file. The nodes come in the order of the file.</summary>
    public void Visit(SyntaxNode node)
    {
        switch (node)
        {
            case ExpressionSyntax text when IsWholeText(text):
                AddLine(text);
                break;
            case InvocationExpressionSyntax call:
                VisitCall(call);
                break;
            case BaseObjectCreationExpressionSyntax creation:
                VisitCreation(creation);
                break;
            case AssignmentExpressionSyntax set:
                VisitAssignment(set);
                break;
        }

        if ((node is ExpressionSyntax and not (ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax) and var list)
            && CSharpBuilders.ElementsOf(list) is { Count: > 1 and <= CSharpCommandShapes.MostWords } elements
            && elements.Take(2).Any(element => element is not null && Mentions(element))
            && !IsOfProgram(list))
        {
            AddWords(null, elements);
        }
    }

    /// <summary>The commands, when every node has been visited.</summary>
    public IReadOnlyList<WrittenCommand> Finish()
    {
        foreach (var start in _starts.Values.OrderBy(static start => start.Order))
        {
            Emit(start);
        }

        return _commands;
    }

    /// <summary>True for a literal, an interpolated string or a chain that is a part of no other text.</summary>
    private bool IsWholeText(ExpressionSyntax text)
    {
        var isChain = text.IsKind(SyntaxKind.AddExpression);
        if (!isChain && !text.IsKind(SyntaxKind.StringLiteralExpression) && text is not InterpolatedStringExpressionSyntax)
        {
            return false;
        }

        SyntaxNode outer = text;
        while (outer.Parent is ParenthesizedExpressionSyntax)
        {
            outer = outer.Parent;
        }

        if (outer.Parent is InterpolationSyntax || outer.Parent.IsKind(SyntaxKind.AddExpression))
        {
            return false;
        }

        var operand = text;
        while (operand is BinaryExpressionSyntax sum)
        {
            if (Mentions(sum.Right))
            {
                return true;
            }

            operand = sum.Left;
        }

        return Mentions(operand);
    }

    private bool Mentions(ExpressionSyntax operand) => operand switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => MayMention(text),
        InterpolatedStringExpressionSyntax interpolated =>
            interpolated.Contents.Any(
                content => content is InterpolatedStringTextSyntax part ? MayMention(part.TextToken.ValueText)
                    : content is InterpolationSyntax hole && Mentions(hole.Expression)),
        ParenthesizedExpressionSyntax parenthesized => Mentions(parenthesized.Expression),
        _ => false,
    };

    /// <summary>The program itself may be a constant: <c>$"{Docker} run -d mysql"</c>.</summary>
    private bool MayMention(string part) =>
        mentions(part) || part.StartsWith(" run ", StringComparison.Ordinal) || part.StartsWith(" create ", StringComparison.Ordinal)
            || part.StartsWith(" container ", StringComparison.Ordinal);

    private void AddLine(ExpressionSyntax text)
    {
        if (!IsShown(text) && !IsOfProgram(text) && constants.Read(text) is { } line && mentions(line.Value))
        {
            _commands.Add(WrittenCommand.OfLine(null, line));
        }
    }

    /// <summary>True for a text that goes to a log, a console, an exception or an attribute.</summary>
    private static bool IsShown(ExpressionSyntax text)
    {
        var outer = text.Parent;
        while (outer is ExpressionSyntax and not (BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax or AnonymousFunctionExpressionSyntax))
        {
            outer = outer.Parent;
        }

        return outer switch
        {
            AttributeArgumentSyntax => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } =>
                CSharpShapes.NamesOf(call) is var (type, member) && type != "StandardInput"
                    && s_showing.Any(word => member.StartsWith(word, StringComparison.Ordinal)),
            ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax made } =>
                (made.Parent is ThrowStatementSyntax or ThrowExpressionSyntax)
                    || CSharpShapes.NamesOf(made).Type?.EndsWith("Exception", StringComparison.Ordinal) == true,
            _ => false,
        };
    }

    /// <summary>True for an argument of a program that is named before it: <c>Process.Start("ssh", "host docker run ...")</c>.</summary>
    private bool IsOfProgram(ExpressionSyntax argument) => argument.Parent switch
    {
        ArgumentSyntax { Parent.Parent: { } call } when CSharpCommandShapes.GivenArgumentsBy(call) is not null => true,
        ArgumentSyntax => CSharpCommandShapes.ProgramBefore(argument) is { } program && constants.ValueOf(program) is not null,
        InitializerExpressionSyntax { Expressions: [var first, ..] } => first != argument && !Mentions(first),
        ExpressionElementSyntax { Parent: CollectionExpressionSyntax { Elements: [var first, ..] } } =>
            first != argument.Parent && (first as ExpressionElementSyntax)?.Expression is { } word && !Mentions(word),
        _ => false,
    };

    private void VisitCall(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        if (CSharpCommandShapes.ListAddedTo(call) is { } list)
        {
            StartOf(list.Expression).Words.Add(arguments[0].Expression);
            return;
        }

        if (arguments.Count > 0 && CSharpCommandShapes.GivenArgumentsBy(call) is { } wrapped)
        {
            if (CSharpCommandShapes.WrappedIn(wrapped) is { } command && constants.ValueOf(command) is { } name)
            {
                AddArguments(name, arguments[0].Expression);
            }

            return;
        }

        if (arguments.Count > 1 && CSharpCommandShapes.Starts(call) && constants.ValueOf(arguments[0].Expression) is { } program)
        {
            AddCallArguments(program, arguments);
        }
    }

    /// <summary><c>Start("docker", "run ...")</c>, <c>Run("docker", ["run", ...])</c>, <c>Run("docker", "run", "-p", ...)</c>.</summary>
    private void AddCallArguments(string program, SeparatedSyntaxList<ArgumentSyntax> arguments)
    {
        var isOneByOne = arguments.Count > 2 && constants.ValueOf(arguments[1].Expression) is { Length: > 0 } first && !first.Any(char.IsWhiteSpace);
        if (!isOneByOne)
        {
            AddArguments(program, arguments[1].Expression);
            return;
        }

        // Behind the words may stand what is none: a folder, a token.
        var last = arguments.Count - 1;
        while (last > 1 && constants.Read(arguments[last].Expression) is not { HasHoles: false })
        {
            last--;
        }

        AddWords(program, arguments.Skip(1).Take(last).Select(static argument => (ExpressionSyntax?)argument.Expression).ToArray());
    }

    private void AddArguments(string program, ExpressionSyntax arguments)
    {
        if (CSharpBuilders.ElementsOf(arguments) is { } elements)
        {
            AddWords(program, elements);
        }
        else if (arguments is SimpleLambdaExpressionSyntax { ExpressionBody: { } added })
        {
            AddWords(program, AddedIn(added));
        }
        else if (constants.Read(arguments) is { } line && (mentions(program) || mentions(line.Value)))
        {
            _commands.Add(WrittenCommand.OfLine(program, line));
        }
    }

    private void AddWords(string? program, IReadOnlyList<ExpressionSyntax?> elements)
    {
        if (elements.Count is 0 or > CSharpCommandShapes.MostWords)
        {
            return;
        }

        var words = elements.Select(element => element is not null && constants.Read(element) is { } word ? word : Hole(element)).ToArray();
        if (program is null || mentions(program) || words.Any(word => mentions(word.Value)))
        {
            _commands.Add(WrittenCommand.OfWords(program, words));
        }
    }

    private static DecodedText Hole(ExpressionSyntax? element)
    {
        var hole = new DecodedText.Builder();
        hole.AddHole(element?.SpanStart ?? 0, element?.Span.Length ?? 0);
        return hole.ToDecodedText();
    }

    /// <summary>The words of CliWrap's <c>args => args.Add("run").Add("-p")</c>.</summary>
    private static List<ExpressionSyntax?> AddedIn(ExpressionSyntax chain)
    {
        var words = new List<ExpressionSyntax?>();
        while (chain is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } access } call)
        {
            var argument = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
            words.InsertRange(0, argument is null ? [null] : CSharpBuilders.ElementsOf(argument) ?? [argument]);
            chain = access.Expression;
        }

        return words;
    }

    private void VisitCreation(BaseObjectCreationExpressionSyntax creation)
    {
        if (CSharpShapes.NamesOf(creation).Type is "ProcessStartInfo" && creation.ArgumentList?.Arguments is [{ Expression: var program }, ..] arguments)
        {
            var start = StartOf(creation, isNew: true);
            start.Program = program;
            if (arguments.Count > 1)
            {
                SetArguments(start, arguments[1].Expression);
            }
        }
    }

    private void VisitAssignment(AssignmentExpressionSyntax set)
    {
        var (receiver, property) = CSharpCommandShapes.SetBy(set);
        switch (property)
        {
            case "FileName" when receiver is not null:
                SetProgram(StartOf(receiver), set.Right);
                break;
            case "Arguments" when receiver is not null:
                SetArguments(StartOf(receiver), set.Right);
                break;
            case CSharpCommandShapes.ArgumentList when receiver is not null && set.Right is InitializerExpressionSyntax words:
                StartOf(receiver).Words.AddRange(words.Expressions);
                break;
        }
    }

    private void SetProgram(Start start, ExpressionSyntax program)
    {
        if (start.Program is not null)
        {
            Emit(start);
            start.Line = null;
            start.Words.Clear();
        }

        start.Program = program;
    }

    private void SetArguments(Start start, ExpressionSyntax arguments)
    {
        // A second start of the same program.
        if (start.Line is not null)
        {
            Emit(start);
        }

        start.Line = arguments;
    }

    /// <summary>What is known so far of the process that an expression is: a creation by the variable that holds it, anything else as it is written.</summary>
    private Start StartOf(ExpressionSyntax expression, bool isNew = false)
    {
        var receiver = expression switch
        {
            BaseObjectCreationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } =>
                variable.Identifier.ValueText,
            BaseObjectCreationExpressionSyntax { Parent: AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } set } => set.Left.ToString(),
            BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax =>
                "#" + expression.SpanStart.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => expression.ToString(),
        };
        SyntaxNode? member = expression.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        var key = (member is GlobalStatementSyntax ? member.Parent : member, receiver);
        if (_starts.TryGetValue(key, out var known))
        {
            if (!isNew)
            {
                return known;
            }

            Emit(known);
        }

        return _starts[key] = new Start(expression.SpanStart);
    }

    private void Emit(Start start)
    {
        if (start.Program is not { } expression || (start.Line is null && start.Words.Count == 0) || constants.ValueOf(expression) is not { } program)
        {
            return;
        }

        if (start.Line is { } line)
        {
            AddArguments(program, line);
        }
        else
        {
            AddWords(program, start.Words);
        }
    }

    private sealed class Start(int order)
    {
        public int Order { get; } = order;

        public ExpressionSyntax? Program { get; set; }

        public ExpressionSyntax? Line { get; set; }

        public List<ExpressionSyntax> Words { get; } = [];
    }
}
