/// What programs may use and blocks may not, each with its reason.
enum LeftOut {
  /// Types that blocks do not have at all.
  static let types = [
    "Axis": "made by 'xAxis' and 'yAxis'",
    "Bidirectional": "a part of a network: '.bidirectional'",
    "ChartBuilder": "what the braces of 'Chart' mean",
    "ColorMap": "chosen by the figures", "DataTable": "made by the figures",
    "Dense": "the head of a network",
    "EvaluationPlan": "arguments of 'training'",
    "FacetBuilder": "blocks give facets as a list", "FigureDrawing": "the site draws",
    "FigureProblem": "said to the author", "FloatTraining": "Float stays inside the core",
    "GradientClipping": "an argument of 'training'", "Initializer": "an argument of each layer",
    "LayerGradients": "the inside of training", "LayerState": "'stateful()' keeps it",
    "LayerWeights": "read through figures of a layer",
    "LessonProgram": "what stands around a block in a compiled lesson",
    "LearningRateSchedule": "for programs; lessons train briefly",
    "Mark": "each mark is registered itself",
    "NetworkPrefixes": "for files, which blocks do not reach",
    "NetworkTraining": "'training' runs it", "Optimizer": "lessons train with Adam",
    "OptimizerState": "the inside of training",
    "Positions": "each way of placing a series is registered itself",
    "RuleMark.Place": "made by 'RuleMark'", "UnrolledDiagram.Sizes": "made by 'shapes'",
    "RecurrentError": "said to the author", "Safetensors": "blocks reach no files",
    "SafetensorsError": "blocks reach no files",
    "SequenceBatch": "blocks give lists: (batch, time-steps, features)",
    "StepGradientPointers": "the inside of a cell", "StepPointers": "the inside of a cell",
    "StackLevel": "a part of a network", "StackedLayers": "a part of a network",
    "Theme": "the site's",
    "TrainingDecision": "'patience' stops early", "TrainingProgress": "'losses' has it all",
    "TrainingEnding": "'stoppedEarly' and 'bestStep' say it",
    "TrainingOptions": "arguments of 'training'",
    "TrainingPlan": "arguments of 'training'",
    "Unrolling": "'trace' shows what a lesson needs of it",
    "WeightLayout": "for files, which blocks do not reach",
  ]

  /// Parameters with a default that blocks do not have.
  static let parameters: [String: String] = [:]

  /// Protocols whose conformers' properties are not for blocks.
  static let properties = [
    "ChartContent": "a block makes marks, and looks at the numbers that it made them of",
    "Figure": "a block makes figures, and looks at the numbers that it made them of",
  ]

  /// Members by the type or protocol that has them: all of a name, or one by its labels and defaults.
  static let members: [String: [String: String]] = [
    "Chart": ["init(marks:)": "a chart is written with braces"],
    "Facets": ["init(columns:=nil_:)": "blocks give facets as a list"],
    "Figure": ["drawing": "the site draws"],
    "Matrix": [
      "init": "a lesson's matrices come from layers",
      "scaled": "a lesson's matrices come from layers",
      "times": "a lesson's matrices come from layers",
      "values": "a lesson looks at norms of matrices",
    ],
    "Embedding": [
      "gradients": "lessons look at norms; training takes care of the rest",
      "outputs": "the inside of a network; 'vectors' has them all",
    ],
    "Loss": ["evaluated": "the inside of training"],
    "NetworkTrainingRun": [
      "ending": "'losses' says how many steps there were", "options": "arguments of 'training'",
      "plan": "arguments of 'training'",
    ],
    "ReberGrammar": [
      "accepts": "for tests", "closings": "for evidence",
      "letters": "features are numbers in a block",
    ],
    "RecurrentLayer": [
      "initialized": "for programs", "jacobian(of:by:in:)": "blocks have the form with 'over'",
      "step": "the inside of a cell", "stepBack": "the inside of a cell",
      "addOwnGradients": "the inside of a cell",
      "unrolled": "'trace' shows what a lesson needs of it",
      "traced": "the throwing form of 'trace'",
      "gradients": "lessons look at norms; training takes care of the rest",
      "gates": "the inside of a cell", "hasCellState": "the inside of a cell",
      "weights": "read through figures of a layer",
    ],
    "RecurrentNetwork": [
      "evaluated": "the throwing form of 'evaluation'", "generated": "for programs",
      "dropout": "a part of a network", "embedding": "a part of a network",
      "head": "a part of a network", "layers": "a part of a network",
      "parameters": "blocks have 'parameterCount'",
      "init(_:head:embedding:=nildropout:=[]returnSequences:=true)": "blocks give parts",
      "init(parts:outputs:seed:=0)": "the throwing form",
      "loss": "'evaluation' has it", "outputs": "the throwing form of 'predictions'",
      "saliency": "takes a closure that the language cannot hand over",
      "trained": "the throwing form of 'training'",
    ],
    "SeededGenerator": ["next": "blocks ask for numbers in a range"],
    "SequenceModel": [
      "layer": "the block has the layer that it made the model of",
      "trained(on:steps:batchSize:learningRate:clipNorm:seed:checkpoint:)":
        "what stands behind 'trained'",
    ],
    "SequenceTask": ["draw": "a block asks for 'example' and 'answers'"],
    "StatefulNetwork": [
      "init": "blocks have 'stateful()'", "outputs": "the throwing form of 'predictions'",
      "network": "the block has it", "states": "'stateful()' keeps them",
    ],
  ]
}
