// What the compiler asks for and netstandard2.0 does not have.
namespace System;

/// <summary>List patterns name it.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
