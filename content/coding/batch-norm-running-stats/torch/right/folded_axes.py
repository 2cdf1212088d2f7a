import torch


class BatchNorm(torch.nn.Module):
    def __init__(self, channels, momentum=0.1, eps=1e-5):
        super().__init__()
        self.channels, self.momentum, self.eps = channels, momentum, eps
        self.weight = torch.nn.Parameter(torch.ones(channels))
        self.bias = torch.nn.Parameter(torch.zeros(channels))
        for name, start in (("running_mean", 0.0), ("running_var", 1.0)):
            self.register_buffer(name, torch.full((channels,), start))
        self.register_buffer("num_batches_tracked", torch.zeros((), dtype=torch.long))

    def forward(self, x):
        if x.size(0) < 1 or x.size(1) != self.channels:
            raise ValueError("bad shape")
        kind = self.running_var.dtype
        flat = x.movedim(1, 0).reshape(self.channels, -1).to(kind)
        count = flat.size(1)
        if self.training:
            if count == 1:
                raise ValueError("one value")
            mean = flat.sum(1) / count
            centred = flat - mean[:, None]
            var = centred.square().sum(1) / count
            self.num_batches_tracked.add_(1)
            mu = self.momentum if self.momentum is not None else 1.0 / int(self.num_batches_tracked)
            self.running_mean = (1 - mu) * self.running_mean + mu * mean.detach()
            self.running_var = (1 - mu) * self.running_var + mu * var.detach() * (count / (count - 1))
        else:
            centred, var = flat - self.running_mean[:, None], self.running_var
        gain = self.weight * torch.rsqrt(var + self.eps)
        out = centred * gain[:, None] + self.bias[:, None]
        return out.to(x.dtype).reshape(self.channels, x.size(0), *x.shape[2:]).movedim(0, 1)
