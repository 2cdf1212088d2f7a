from holdout_judge import case


@case(visible=True, why="what honest code does must work in the jail")
def works(sol):
    assert sol.check() == "fine"
