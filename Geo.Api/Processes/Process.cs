using Geo.Api.Http;

namespace Geo.Api.Processes;

/// <summary>Something that can be executed.</summary>
internal abstract class Process
{
    /// <summary>What it takes and gives.</summary>
    public abstract ProcessDescription Description { get; }

    /// <summary>What it does, in two words, for the audit log of what it publishes.</summary>
    public virtual string Action => "job.run";

    /// <summary>What is wrong with inputs that are right by their form, as far as that can be told quickly and before a job is written.</summary>
    public virtual Task<IReadOnlyList<ParameterFault>> JudgeAsync(ProcessInputs inputs, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ParameterFault>>([]);

    /// <summary>Whether it changes what everybody sees, which not everybody may.</summary>
    public virtual bool Publishes(ProcessInputs inputs) => false;

    /// <summary>Does the work; writes nothing itself, but gives what is to be written.</summary>
    /// <exception cref="ProcessFailedException">It cannot be done with these inputs.</exception>
    public abstract Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation);
}
