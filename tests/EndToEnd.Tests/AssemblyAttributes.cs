using DockerConnectionStrings.EndToEnd.Tests.Running;
using Xunit.Sdk;
using Xunit.v3;

// Classes side by side: much of a build is waiting. What needs the sample's port is one collection.
[assembly: Parallelization(Mode = ParallelMode.Collections)]
[assembly: AssemblyFixture(typeof(PackedPackage))]
