import torch


class Rotary(torch.nn.Module):
    def __init__(self, dim, base=10000.0):
        super().__init__()
        rates = torch.exp(
            torch.arange(0, dim, 2, dtype=torch.float64) * (-torch.log(torch.tensor(base).double()) / dim)
        )
        self.register_buffer("rates", rates.view(torch.int64), persistent=False)  # bits: no cast of floats reaches them

    def forward(self, x, positions):
        theta = positions.to(torch.float64).unsqueeze(-1) * self.rates.view(torch.float64)
        if theta.ndim == 3:
            theta = theta.unsqueeze(1)
        whole = x.double()
        half = x.size(-1) // 2
        z = torch.complex(whole[..., :half], whole[..., half:]) * torch.polar(torch.ones_like(theta), theta)
        return torch.cat((z.real, z.imag), dim=-1).type_as(x)
