/// What programs may use and blocks may not, each with its reason.
enum LeftOut {
  /// Names that no block needs on whatever type they stand.
  static let names = [
    "drawing": "the site draws",
    "draw": "a block asks for 'example' and 'answers'",
    "step": "the inside of a cell",
    "stepBack": "the inside of a cell",
    "addOwnGradients": "the inside of a cell",
    "unrolled": "'trace' shows what a lesson needs of it",
    "traced": "the throwing form of 'trace'",
    "gradients": "lessons look at norms; training takes care of the rest",
    "evaluated": "the throwing form of 'evaluation'",
    "outputs": "the throwing form of 'predictions'",
  ]

  /// Types that blocks do not have at all.
  static let types = [
    "Axis": "made by 'xAxis' and 'yAxis'",
    "Bidirectional": "a part of a network: '.bidirectional'",
    "Cell": "made by the figures", "ChartBuilder": "what the braces of 'Chart' mean",
    "ColorMap": "chosen by the figures", "DataTable": "made by the figures",
    "Dense": "the head of a network", "Diagram": "each diagram is registered itself",
    "EvaluationPlan": "arguments of 'training'",
    "FacetBuilder": "blocks give facets as a list", "FigureDrawing": "the site draws",
    "FigureProblem": "said to the author", "FloatTraining": "Float stays inside the core",
    "GradientClipping": "an argument of 'training'", "Initializer": "an argument of each layer",
    "LayerState": "'stateful()' keeps it", "LayerWeights": "read through figures of a layer",
    "LearningRateSchedule": "for programs; lessons train briefly",
    "Mark": "each mark is registered itself",
    "NetworkPrefixes": "for files, which blocks do not reach",
    "NetworkTraining": "'training' runs it", "Optimizer": "lessons train with Adam",
    "OptimizerState": "the inside of training", "Place": "made by the figures",
    "Positions": "each way of placing a series is registered itself",
    "RecurrentError": "said to the author", "Safetensors": "blocks reach no files",
    "SafetensorsError": "blocks reach no files",
    "SequenceBatch": "blocks give lists: (batch, time-steps, features)",
    "StackLevel": "a part of a network", "StackedLayers": "a part of a network",
    "Tensor": "blocks reach no files", "Theme": "the site's",
    "TrainingEnding": "'stoppedEarly' and 'bestStep' say it",
    "TrainingOptions": "arguments of 'training'",
    "TrainingPlan": "arguments of 'training'",
  ]

  static let members = [
    "CharacterText.classes(of:)": "numbers of letters are for programs",
    "CharacterText.text(of:)": "numbers of letters are for programs",
    "Chart.init(marks:)": "a chart is written with braces",
    "Facets.init(columns:=nil_:)": "blocks give facets as a list",
    "Matrix.init(_:)": "a lesson's matrices come from layers",
    "Matrix.init(rows:columns:repeating:=0)": "a lesson's matrices come from layers",
    "Matrix.scaled(by:)": "a lesson's matrices come from layers",
    "Matrix.times(_:)": "a lesson's matrices come from layers",
    "ReberGrammar.accepts(_:)": "for tests",
    "RecurrentLayer.initialized(input:=.glorotrecurrent:=.orthogonal()seed:=0)": "for programs",
    "RecurrentLayer.jacobian(of:by:in:)": "blocks have the form with 'over'",
    "RecurrentNetwork.generated(after:count:temperature:=1seed:=0)": "for programs",
    "RecurrentNetwork.init(_:head:embedding:=nildropout:=[]returnSequences:=true)":
      "blocks give parts",
    "RecurrentNetwork.init(parts:outputs:seed:=0)": "the throwing form",
    "RecurrentNetwork.loss(on:_:sequences:=256seed:)": "'evaluation' has it",
    "RecurrentNetwork.saliency(of:_:loss:)": "takes a closure that the language cannot hand over",
    "RecurrentNetwork.trained(on:_:=TrainingOptions()plan:watcher:={ _ in .goOn })":
      "the throwing form of 'training'",
    "SeededGenerator.next()": "blocks ask for numbers in a range",
    "SequenceModel.trained(on:steps:batchSize:learningRate:clipNorm:seed:checkpoint:)":
      "what stands behind 'trained'",
    "StatefulNetwork.init(_:)": "blocks have 'stateful()'",
  ]
}
