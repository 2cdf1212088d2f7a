"""Networks: sizes, drop-out, activations at the end, pretrained and frozen parts, augmentation, initial weights."""

from __future__ import annotations

import ast
from typing import Any

from ..reading import Reading, argument, is_false, is_true, keyword_of, number, string
from ..tree import Call, Scope
from .registry import on_call, on_last, on_scope, on_source

_BACKBONES = (
    "resnet18 resnet34 resnet50 resnet101 resnet152 vgg11 vgg16 vgg19 vgg16_bn vgg19_bn densenet121 densenet161"
    " densenet169 mobilenet_v2 mobilenet_v3_large mobilenet_v3_small efficientnet_b0 efficientnet_b3 efficientnet_b4"
    " inception_v3 alexnet squeezenet1_1 resnext50_32x4d wide_resnet50_2 vit_b_16 swin_t convnext_tiny googlenet"
)
_KERAS_BACKBONES = (
    "VGG16 VGG19 ResNet50 ResNet101 ResNet50V2 InceptionV3 InceptionResNetV2 MobileNet MobileNetV2 MobileNetV3Small"
    " MobileNetV3Large Xception DenseNet121 DenseNet169 DenseNet201 EfficientNetB0 EfficientNetB1 EfficientNetB2"
    " EfficientNetB3 EfficientNetB4 EfficientNetB7 EfficientNetV2B0 EfficientNetV2S NASNetMobile ConvNeXtTiny"
)
_AUGMENTATIONS = (
    "RandomHorizontalFlip RandomVerticalFlip RandomRotation RandomResizedCrop RandomCrop ColorJitter RandAugment"
    " AutoAugment TrivialAugmentWide RandomErasing RandomAffine GaussianBlur RandomPerspective"
)
_ALBUMENTATIONS = (
    "HorizontalFlip VerticalFlip Rotate ShiftScaleRotate RandomBrightnessContrast CoarseDropout Cutout RandomCrop"
    " RandomResizedCrop HueSaturationValue GaussNoise ElasticTransform GridDistortion RandomRotate90 Transpose"
)


@on_call("torch:Dropout Dropout2d Dropout3d AlphaDropout", "keras:Dropout SpatialDropout1D SpatialDropout2D")
def dropout(reading: Reading, call: Call) -> None:
    value = argument(call, "p" if call.key.startswith("torch") else "rate", 0)
    if (rate := reading.number_text(value)) is not None and 0 < (number(value) or 0) < 1:
        code = f"{call.last}({rate})"
        reading.note("dropout", value, name="dropout", value=rate, code=code, where="layer")


@on_call("keras:Dense")
def dense(reading: Reading, call: Call) -> None:
    units, activation = argument(call, "units", 0), argument(call, "activation", 1)
    name = None if activation is None else string(activation)
    if name == "softmax" and number(units) == 1:
        reading.note("softmax-over-one", call.node)
    elif (size := reading.number_text(units)) is not None and (number(units) or 0) >= 16 and name != "softmax":
        reading.note("dense-size", units, size=size, activation=name)


@on_call("torch:Linear")
def linear(reading: Reading, call: Call) -> None:
    into, out = argument(call, "in_features", 0), argument(call, "out_features", 1)
    if (size := reading.number_text(out)) is not None and (number(out) or 0) >= 16:
        reading.note("dense-size", out, size=size, into=None if into is None else reading.short(into, 24))


@on_call("torch:LSTM GRU RNN", "keras:LSTM GRU SimpleRNN Bidirectional")
def recurrent(reading: Reading, call: Call) -> None:
    layers = argument(call, "num_layers", 2 if call.key.startswith("torch") else None)
    both = argument(call, "bidirectional")
    reading.note(
        "recurrent",
        call.node,
        kind=call.last,
        layers=None if layers is None else reading.number_text(layers),
        both="both ways" if both is not None and is_true(both) else None,
    )


@on_call(f"torchvision:{_BACKBONES}", f"keras:{_KERAS_BACKBONES}", "timm:create_model")
def pretrained_vision(reading: Reading, call: Call) -> None:
    given = keyword_of(call, "weights", "pretrained")
    if call.key.startswith("timm"):
        name = argument(call, "model_name", 0)
        told = None if name is None else (string(name) or reading.short(name))
    else:
        told = call.last
    fresh = given is not None and (
        is_false(given.value) or (type(given.value) is ast.Constant and not given.value.value)
    )
    if fresh or (given is None and not call.key.startswith("keras")):
        reading.note("backbone-from-scratch", call.node, model=told)
    else:
        reading.note("pretrained-vision", call.node, model=told)


@on_source
def frozen(reading: Reading) -> None:
    for scope in reading.tree.scopes:
        for statement in scope.statements:
            if type(statement) is not ast.Assign or not is_false(statement.value):
                continue
            target = statement.targets[0]
            if type(target) is ast.Attribute and target.attr in ("requires_grad", "trainable"):
                reading.note("frozen", statement, code=reading.short(statement, 60))


@on_call(f"torchvision:{_AUGMENTATIONS}", f"albumentations:{_ALBUMENTATIONS}")
def augmentation(reading: Reading, call: Call) -> None:
    reading.note("augmentation", call.node, name=call.last, code=reading.short(call.node, 50))


@on_call("keras:RandomFlip RandomRotation RandomZoom RandomContrast RandomTranslation")
def augmentation_layer(reading: Reading, call: Call) -> None:
    reading.note("augmentation", call.node, name=call.last, code=reading.short(call.node, 50))


@on_call("keras:ImageDataGenerator")
def image_generator(reading: Reading, call: Call) -> None:
    changes = [keyword for keyword in call.node.keywords if keyword.arg not in ("rescale", "validation_split")]
    if changes and changes[0].arg is not None:
        reading.note("augmentation", changes[0].value, name=changes[0].arg, code=reading.short(changes[0]), split=None)
        shares = keyword_of(call, "validation_split")
        if shares is not None:
            reading.note("augmented-validation", shares.value, how="ImageDataGenerator", split=reading.short(shares))


@on_call("torchvision:Normalize", "albumentations:Normalize")
def normalise(reading: Reading, call: Call) -> None:
    mean = argument(call, "mean", 0)
    told = None if mean is None else reading.text(mean)
    if told is not None and "0.485" in told:
        reading.note("imagenet-statistics", mean)


@on_last("xavier_uniform_", "xavier_normal_", "kaiming_normal_", "kaiming_uniform_", "orthogonal_", "trunc_normal_")
def initial_weights(reading: Reading, call: Call) -> None:
    reading.note("initial-weights", call.node, name=call.last.rstrip("_"))


# -- what a network ends in -------------------------------------------------------------------------------------------


@on_scope("class")
def output_activation(reading: Reading, scope: Scope) -> None:
    """A forward pass that returns soft-max or sigmoid, in a file that trains on logits."""
    forward = next((each for each in scope.children if each.name in ("forward", "call", "__call__")), None)
    if forward is None:
        return
    returned = [each for each in forward.statements if type(each) is ast.Return and each.value is not None]
    for statement in returned if len(returned) == 1 else ():
        kind = _activation(reading, _unfolded(statement.value, forward), forward)
        loss = _loss_on_logits(reading, kind)
        if kind is not None and loss is not None:
            reading.note(loss[0], statement, model=scope.name, line=loss[1], loss=loss[2])


@on_call("torch:Sequential")
def last_of_sequence(reading: Reading, call: Call) -> None:
    if not call.node.args:
        return
    kind = _activation_layer(reading, call.node.args[-1], call.scope)
    loss = _loss_on_logits(reading, kind)
    if kind is not None and loss is not None:
        reading.note(loss[0], call.node.args[-1], model="nn.Sequential", line=loss[1], loss=loss[2])


def _unfolded(value: Any, forward: Scope) -> Any:
    """The expression behind ``return x``, where the last statement before gives ``x`` its value."""
    if type(value) is not ast.Name:
        return value
    given = [
        each
        for each in forward.statements
        if type(each) is ast.Assign and any(type(t) is ast.Name and t.id == value.id for t in each.targets)
    ]
    return given[-1].value if given else value


def _activation(reading: Reading, value: Any, scope: Scope) -> str | None:
    if type(value) is not ast.Call:
        return None
    key = reading.names.key_of(value.func, scope)
    if key in ("torch:softmax", "torch:sigmoid"):
        return key.partition(":")[2]
    return _activation_layer(reading, value.func, scope)


def _activation_layer(reading: Reading, layer: Any, scope: Scope) -> str | None:
    made = reading.names.type_of(layer, scope)
    if made in ("torch:Softmax", "torch:Sigmoid"):
        return made.partition(":")[2].lower()
    return None


def _loss_on_logits(reading: Reading, kind: str | None) -> tuple[str, str, str] | None:
    """The pattern that a last activation makes with the loss of the file, its line and its name."""
    wanted = {
        "softmax": ("softmax-before-cross-entropy", {"torch:CrossEntropyLoss", "torch:cross_entropy"}),
        "sigmoid": (
            "sigmoid-before-logits-loss",
            {"torch:BCEWithLogitsLoss", "torch:binary_cross_entropy_with_logits"},
        ),
    }.get(kind or "")
    if wanted is None:
        return None
    call = next((each for each in reading.tree.calls if each.key in wanted[1]), None)
    return None if call is None else (wanted[0], str(call.node.lineno), call.last)


@on_call("keras:CategoricalCrossentropy SparseCategoricalCrossentropy BinaryCrossentropy")
def keras_logits(reading: Reading, call: Call) -> None:
    """``from_logits=True`` after a layer that already makes probabilities."""
    if not is_true(argument(call, "from_logits")):
        return
    wanted = "sigmoid" if call.last.startswith("Binary") else "softmax"
    layers = [each for each in reading.tree.calls if each.key in ("keras:Dense", "keras:Activation")]
    last = next((each for each in reversed(layers) if _names_activation(each, wanted)), None)
    if last is not None and last is layers[-1]:
        reading.note(
            "logits-after-activation", call.node, activation=wanted, line=str(last.node.lineno), loss=call.last
        )


def _names_activation(call: Call, name: str) -> bool:
    value = argument(call, "activation", 1 if call.last == "Dense" else 0)
    return value is not None and string(value) == name
