using DockerConnectionStrings.EndToEnd.Tests.Running;
using Xunit.Sdk;
using Xunit.v3;

// The tests build the same projects and one of them owns a fixed port; side by side they would only wait for each other.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(PackedPackage))]
