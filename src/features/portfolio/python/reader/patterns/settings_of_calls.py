"""Choices that are arguments of well-known classes: estimators, vectorisers, search, early stopping, schedules."""

from __future__ import annotations

from ..reading import Reading, argument, is_true, keyword_of, literal, number, string
from ..tree import Call
from .known import MODELS, SCHEDULERS, SEARCHES
from .registry import on_call


@on_call("sklearn:KNeighborsClassifier KNeighborsRegressor")
def neighbours(reading: Reading, call: Call) -> None:
    value = argument(call, "n_neighbors", 0)
    if (k := reading.number_text(value)) is not None:
        reading.note("neighbours", value, k=k, model=call.last)


@on_call("sklearn:KMeans MiniBatchKMeans AgglomerativeClustering SpectralClustering", "faiss:Kmeans")
def clusters(reading: Reading, call: Call) -> None:
    if (k := reading.number_text(value := argument(call, "n_clusters", 0))) is not None:
        reading.note("clusters", value, k=k, model=call.last)


@on_call("sklearn:DBSCAN", "hdbscan:HDBSCAN", "sklearn:HDBSCAN")
def density(reading: Reading, call: Call) -> None:
    eps, least = argument(call, "eps", 0), argument(call, "min_samples", 1)
    reading.note("density-clustering", call.node, eps=reading.number_text(eps), least=reading.number_text(least))


@on_call("sklearn:PCA TruncatedSVD NMF FastICA KernelPCA IncrementalPCA LatentDirichletAllocation")
def components(reading: Reading, call: Call) -> None:
    if (k := reading.number_text(value := argument(call, "n_components", 0))) is not None:
        reading.note("components", value, k=k, model=call.last)


@on_call("sklearn:TSNE", "umap:UMAP")
def projections(reading: Reading, call: Call) -> None:
    perplexity = keyword_of(call, "perplexity", "n_neighbors")
    reading.note(
        "projection", call.node, model=call.last, code=None if perplexity is None else reading.short(perplexity)
    )


@on_call("sklearn:GaussianMixture")
def mixtures(reading: Reading, call: Call) -> None:
    if (k := reading.number_text(value := argument(call, "n_components", 0))) is not None:
        reading.note("mixture", value, k=k)


@on_call("sklearn:SVC SVR LinearSVC LogisticRegression LinearSVR")
def penalty(reading: Reading, call: Call) -> None:
    keyword = keyword_of(call, "C")
    if keyword is not None and number(keyword.value) is not None:
        reading.note("penalty", keyword.value, code=reading.text(keyword), model=call.last)
    kernel = keyword_of(call, "kernel")
    if kernel is not None and (name := string(kernel.value)) is not None:
        reading.note("kernel", kernel.value, kernel=name, model=call.last)
    rounds = keyword_of(call, "max_iter")
    if rounds is not None and (amount := number(rounds.value)) is not None and amount >= 500:
        reading.note("solver-iterations", rounds.value, n=reading.text(rounds.value), model=call.last)


@on_call("sklearn:Ridge Lasso ElasticNet")
def shrinkage(reading: Reading, call: Call) -> None:
    if (alpha := reading.number_text(value := argument(call, "alpha", 0))) is not None:
        reading.note("shrinkage", value, alpha=alpha, model=call.last)


@on_call("sklearn:MultinomialNB BernoulliNB ComplementNB GaussianNB")
def naive_bayes(reading: Reading, call: Call) -> None:
    reading.note("naive-bayes", call.node, model=call.last)


@on_call("sklearn:IsolationForest OneClassSVM LocalOutlierFactor EllipticEnvelope")
def anomalies(reading: Reading, call: Call) -> None:
    share = keyword_of(call, "contamination", "nu")
    reading.note("anomalies", call.node, model=call.last, code=None if share is None else reading.short(share))


@on_call("sklearn:TfidfVectorizer CountVectorizer HashingVectorizer")
def vectoriser(reading: Reading, call: Call) -> None:
    chosen = [
        text
        for keyword in call.node.keywords
        if keyword.arg in ("max_features", "ngram_range", "min_df", "max_df", "stop_words", "analyzer")
        and (text := reading.short(keyword)) is not None
    ]
    reading.note("vectoriser", call.node, model=call.last, code=", ".join(chosen[:2]))


@on_call("gensim:Word2Vec FastText Doc2Vec")
def word_vectors(reading: Reading, call: Call) -> None:
    chosen = keyword_of(call, "vector_size", "size", "window", "min_count")
    reading.note("word-vectors", call.node, model=call.last, code=None if chosen is None else reading.short(chosen))


@on_call("statsmodels:ARIMA SARIMAX ARMA", "pmdarima:auto_arima ARIMA", "prophet:Prophet", "fbprophet:Prophet")
def forecasts(reading: Reading, call: Call) -> None:
    order = keyword_of(call, "order", "seasonal_order", "changepoint_prior_scale", "seasonality_mode")
    reading.note("forecast-model", call.node, model=call.last, code=None if order is None else reading.short(order))


@on_call("sklearn:MLPClassifier MLPRegressor")
def perceptron(reading: Reading, call: Call) -> None:
    sizes = argument(call, "hidden_layer_sizes", 0)
    if sizes is not None and (text := reading.short(sizes)) is not None:
        reading.note("perceptron", sizes, sizes=text, model=call.last)


@on_call("sklearn:RandomForestClassifier RandomForestRegressor ExtraTreesClassifier ExtraTreesRegressor")
def forest(reading: Reading, call: Call) -> None:
    if not call.node.args and not call.node.keywords:
        reading.note("default-forest", call.node, model=call.last)


@on_call("sklearn:VotingClassifier VotingRegressor StackingClassifier StackingRegressor", "mlxtend:StackingClassifier")
def ensembles(reading: Reading, call: Call) -> None:
    reading.note("ensemble", call.node, model=call.last)


@on_call(*SEARCHES)
def searches(reading: Reading, call: Call) -> None:
    scoring = argument(call, "scoring")
    folds = argument(call, "cv")
    told = None if scoring is None else string(scoring)
    rounds = argument(call, "n_iter", 2 if call.last.startswith("Random") else None)
    reading.note(
        "search" if scoring is not None else "search-without-scoring",
        call.node,
        model=call.last,
        scoring=told,
        folds=None if folds is None else reading.number_text(folds),
        rounds=None if rounds is None else reading.number_text(rounds),
    )


@on_call("optuna:create_study")
def studies(reading: Reading, call: Call) -> None:
    direction = argument(call, "direction")
    reading.note("study", call.node, direction=None if direction is None else string(direction))


@on_call("keras:EarlyStopping", "lightning:EarlyStopping", "ignite:EarlyStopping")
def early_stopping(reading: Reading, call: Call) -> None:
    monitor = argument(call, "monitor", 0 if call.key.startswith(("keras", "lightning")) else None)
    patience = argument(call, "patience")
    restore = argument(call, "restore_best_weights")
    forgets = (
        call.key.startswith("keras") and not is_true(restore) and not any(k.arg is None for k in call.node.keywords)
    )
    reading.note(
        "early-stopping",
        patience if patience is not None else call.node,
        patience=None if patience is None else reading.number_text(patience),
        monitor=None if monitor is None else string(monitor),
    )
    if forgets and restore is None and patience is not None:
        reading.note("stopped-weights-kept", call.node, patience=reading.short(patience))


@on_call("transformers:EarlyStoppingCallback", "lightgbm:early_stopping")
def early_stopping_callback(reading: Reading, call: Call) -> None:
    patience = argument(call, "early_stopping_patience", 0)
    patience = patience if patience is not None else argument(call, "stopping_rounds", 0)
    if patience is not None:
        reading.note("early-stopping", patience, patience=reading.number_text(patience))


@on_call("torch:ReduceLROnPlateau", "keras:ReduceLROnPlateau")
def plateau(reading: Reading, call: Call) -> None:
    patience, factor = argument(call, "patience"), argument(call, "factor")
    reading.note(
        "plateau",
        call.node,
        patience=None if patience is None else reading.number_text(patience),
        factor=None if factor is None else reading.number_text(factor),
    )


@on_call(*SCHEDULERS)
def schedule(reading: Reading, call: Call) -> None:
    step = argument(call, "step_size", 1) if call.last == "StepLR" else None
    decay = argument(call, "gamma", 2 if call.last == "StepLR" else None)
    reading.note(
        "schedule",
        call.node,
        name=call.last,
        step=None if step is None else reading.number_text(step),
        gamma=None if decay is None else reading.number_text(decay),
    )


@on_call(*MODELS)
def class_weights(reading: Reading, call: Call) -> None:
    keyword = keyword_of(call, "class_weight", "scale_pos_weight", "is_unbalance", "auto_class_weights")
    if keyword is not None and literal(keyword.value) not in (None, 1, False):
        reading.note("class-weight", keyword.value, code=reading.short(keyword) or keyword.arg, model=call.last)
