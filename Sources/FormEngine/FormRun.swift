import JSONText

/// Fills a form from a script, without a screen, and tells all that came of it.
public enum FormRun {
  /// Runs a script, tab-separated or JSON, and answers with the report described in `form-run`.
  public static func run(
    _ definition: FormDefinition, steps script: String, options: FormRunOptions
  ) throws(FormRunFault) -> JSON {
    let steps = try RunStep.read(script)
    var runner = FormRunner(definition, options)
    if let language = options.language {
      guard definition.languages.contains(language) else { throw .unknownLanguage(language) }
      runner.instance.setLanguage(language)
    }
    var results: [JSON] = []
    for step in steps { results.append(runner.carryOut(step)) }
    return RunReport(runner: runner).json(steps: results)
  }
}
