"""Classes and functions of the field, by what they do."""

from __future__ import annotations

from .registry import spread

CLASSIFIERS = frozenset(
    spread(
        "sklearn:LogisticRegression LogisticRegressionCV SVC LinearSVC NuSVC RandomForestClassifier"
        " ExtraTreesClassifier DecisionTreeClassifier GradientBoostingClassifier"
        " HistGradientBoostingClassifier AdaBoostClassifier BaggingClassifier KNeighborsClassifier GaussianNB"
        " MultinomialNB BernoulliNB ComplementNB MLPClassifier"
        " SGDClassifier RidgeClassifier Perceptron VotingClassifier StackingClassifier LinearDiscriminantAnalysis"
        " QuadraticDiscriminantAnalysis GaussianProcessClassifier PassiveAggressiveClassifier",
        "xgboost:XGBClassifier XGBRFClassifier",
        "lightgbm:LGBMClassifier",
        "catboost:CatBoostClassifier",
    )
)
REGRESSORS = frozenset(
    spread(
        "sklearn:LinearRegression Ridge RidgeCV Lasso LassoCV ElasticNet ElasticNetCV SVR LinearSVR"
        " RandomForestRegressor ExtraTreesRegressor DecisionTreeRegressor GradientBoostingRegressor"
        " HistGradientBoostingRegressor AdaBoostRegressor BaggingRegressor KNeighborsRegressor MLPRegressor"
        " SGDRegressor HuberRegressor VotingRegressor StackingRegressor BayesianRidge TheilSenRegressor",
        "xgboost:XGBRegressor XGBRFRegressor",
        "lightgbm:LGBMRegressor",
        "catboost:CatBoostRegressor",
    )
)
MODELS = CLASSIFIERS | REGRESSORS

# What learns from the rows it is fitted on: scales, vocabularies, components, fillings.
TRANSFORMERS = frozenset(
    spread(
        "sklearn:StandardScaler MinMaxScaler RobustScaler MaxAbsScaler PowerTransformer QuantileTransformer"
        " TfidfVectorizer CountVectorizer TfidfTransformer PCA TruncatedSVD NMF FastICA KernelPCA IncrementalPCA"
        " SimpleImputer KNNImputer IterativeImputer Imputer KBinsDiscretizer TargetEncoder LatentDirichletAllocation"
        " LinearDiscriminantAnalysis",
        "category_encoders:TargetEncoder LeaveOneOutEncoder CatBoostEncoder WOEEncoder JamesSteinEncoder"
        " MEstimateEncoder CountEncoder",
    )
)
SELECTORS = frozenset(
    spread(
        "sklearn:SelectKBest SelectPercentile RFE RFECV SelectFromModel SequentialFeatureSelector SelectFdr SelectFpr"
    )
)
# Harmless before a split as far as the target goes, still wrong when fitted anew on test rows.
ENCODERS = frozenset(spread("sklearn:LabelEncoder OneHotEncoder OrdinalEncoder LabelBinarizer MultiLabelBinarizer"))
LEARNERS = TRANSFORMERS | SELECTORS | ENCODERS

RESAMPLERS = frozenset(
    spread(
        "imblearn:SMOTE ADASYN BorderlineSMOTE SVMSMOTE KMeansSMOTE SMOTENC SMOTEN RandomOverSampler SMOTETomek"
        " SMOTEENN RandomUnderSampler NearMiss TomekLinks EditedNearestNeighbours ClusterCentroids"
    )
)
# Those that copy rows or make new ones from neighbours: a copy may lie on both sides of a later split.
OVERSAMPLERS = frozenset(key for key in RESAMPLERS if "SMOTE" in key or key.endswith((":ADASYN", ":RandomOverSampler")))

TORCH_OPTIMIZERS = frozenset(
    spread(
        "torch:SGD Adam AdamW RMSprop Adagrad Adadelta Adamax NAdam RAdam LBFGS SparseAdam Rprop",
        "transformers:AdamW Adafactor AdamW8bit",
        "bitsandbytes:AdamW8bit Adam8bit PagedAdamW8bit",
        "timm:create_optimizer_v2 AdamP Lamb MADGRAD",
    )
)
KERAS_OPTIMIZERS = frozenset(spread("keras:SGD Adam AdamW RMSprop Adagrad Adadelta Adamax Nadam Ftrl Lion"))
OPTAX_OPTIMIZERS = frozenset(spread("optax:adam adamw sgd rmsprop adagrad lion lamb adafactor"))

TORCH_LOSSES = frozenset(
    spread(
        "torch:CrossEntropyLoss NLLLoss BCELoss BCEWithLogitsLoss MSELoss L1Loss SmoothL1Loss HuberLoss KLDivLoss"
        " TripletMarginLoss CosineEmbeddingLoss MarginRankingLoss HingeEmbeddingLoss CTCLoss MultiLabelSoftMarginLoss"
        " GaussianNLLLoss PoissonNLLLoss MultiMarginLoss cross_entropy nll_loss binary_cross_entropy"
        " binary_cross_entropy_with_logits mse_loss l1_loss smooth_l1_loss kl_div huber_loss triplet_margin_loss"
    )
)

SCHEDULERS = frozenset(
    spread(
        "torch:StepLR MultiStepLR ExponentialLR CosineAnnealingLR CosineAnnealingWarmRestarts OneCycleLR CyclicLR"
        " LambdaLR PolynomialLR LinearLR MultiplicativeLR",
        "transformers:get_linear_schedule_with_warmup get_cosine_schedule_with_warmup get_constant_schedule_with_warmup"
        " get_scheduler get_polynomial_decay_schedule_with_warmup",
        "keras:LearningRateScheduler ExponentialDecay CosineDecay PiecewiseConstantDecay PolynomialDecay"
        " CosineDecayRestarts InverseTimeDecay",
        "timm:CosineLRScheduler create_scheduler",
    )
)

SPLITS = frozenset(spread("sklearn:train_test_split"))
CROSS_VALIDATION = frozenset(spread("sklearn:cross_val_score cross_validate cross_val_predict"))
SEARCHES = frozenset(spread("sklearn:GridSearchCV RandomizedSearchCV HalvingGridSearchCV HalvingRandomSearchCV"))
FOLDS = frozenset(
    spread(
        "sklearn:KFold StratifiedKFold GroupKFold StratifiedGroupKFold TimeSeriesSplit RepeatedKFold"
        " RepeatedStratifiedKFold ShuffleSplit StratifiedShuffleSplit GroupShuffleSplit LeaveOneOut LeaveOneGroupOut",
        "iterstrat:MultilabelStratifiedKFold",
    )
)

CLASSIFICATION_METRICS = frozenset(
    spread(
        "sklearn:accuracy_score f1_score precision_score recall_score roc_auc_score classification_report"
        " confusion_matrix balanced_accuracy_score average_precision_score log_loss matthews_corrcoef cohen_kappa_score"
        " precision_recall_curve roc_curve fbeta_score top_k_accuracy_score brier_score_loss jaccard_score"
        " precision_recall_fscore_support ConfusionMatrixDisplay plot_confusion_matrix RocCurveDisplay hamming_loss"
    )
)
REGRESSION_METRICS = frozenset(
    spread(
        "sklearn:mean_squared_error mean_absolute_error r2_score root_mean_squared_error median_absolute_error"
        " mean_absolute_percentage_error mean_squared_log_error explained_variance_score max_error"
        " root_mean_squared_log_error mean_pinball_loss"
    )
)
ALL_KNOWN = frozenset(
    MODELS
    | LEARNERS
    | RESAMPLERS
    | TORCH_OPTIMIZERS
    | KERAS_OPTIMIZERS
    | TORCH_LOSSES
    | SCHEDULERS
    | SPLITS
    | CROSS_VALIDATION
    | SEARCHES
    | FOLDS
    | CLASSIFICATION_METRICS
    | REGRESSION_METRICS
)
