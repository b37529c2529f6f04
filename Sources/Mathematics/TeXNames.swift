/// What a mistyped name was probably meant to be: the commands and environments of lessons.
///
/// KaTeX knows more and keeps no list of them; a command is not unknown for being absent here.
enum TeXNames {
  static let commands = """
    alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi
    pi rho varrho sigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi
    Sigma Upsilon Phi Psi Omega frac dfrac tfrac cfrac binom sqrt sum prod int iint oint lim
    limsup liminf max min sup inf arg argmax argmin sin cos tan sinh cosh tanh arcsin arccos
    arctan exp log ln det dim ker gcd Pr operatorname partial nabla infty hbar ell Re Im aleph
    emptyset varnothing forall exists nexists neg lnot land lor cdot cdots ldots dots vdots
    ddots times div pm mp ast star circ bullet odot oplus otimes ominus wedge vee cap cup
    setminus leq le geq ge neq ne approx equiv sim simeq cong propto ll gg prec succ subset
    subseteq supset supseteq in notin ni mid parallel perp to gets mapsto rightarrow leftarrow
    leftrightarrow Rightarrow Leftarrow Leftrightarrow longrightarrow longleftarrow implies
    impliedby iff hookrightarrow uparrow downarrow xrightarrow xleftarrow left right middle big
    Big bigg Bigg bigl bigr Bigl Bigr biggl biggr langle rangle lfloor rfloor lceil rceil lvert
    rvert lVert rVert vert Vert lbrace rbrace hat widehat bar overline underline tilde widetilde
    vec dot ddot overbrace underbrace overset underset stackrel overrightarrow mathbf mathrm
    mathit mathsf mathtt mathcal mathscr mathbb mathfrak boldsymbol bm text textbf textit textrm
    texttt displaystyle textstyle scriptstyle limits nolimits substack boxed cancel bcancel
    xcancel phantom hphantom vphantom quad qquad tag color textcolor colorbox begin end
    newcommand renewcommand def top bot prime dagger angle triangle square
    """.split(whereSeparator: \.isWhitespace).map { "\\" + $0 }

  static let environments = """
    aligned align align* alignat alignat* alignedat array bmatrix Bmatrix cases CD darray dcases
    equation equation* gather gather* gathered matrix pmatrix rcases smallmatrix split subarray
    vmatrix Vmatrix
    """.split(whereSeparator: \.isWhitespace).map(String.init)
}
