"""The queues of the simulator bench in SimPy, written as its documentation writes them.

``simpy_queues.py CASE CUSTOMERS SEED`` prints one JSON object: seconds of the run alone, customers, mean time in system.
"""

import json
import random
import sys
import time

import simpy

CASES = {
    # stations, servers of each, arrivals a second, services a second of one server
    "mm1": (1, 1, 90.0, 100.0),
    "mm16": (1, 16, 1440.0, 100.0),
    "tandem5": (5, 1, 80.0, 100.0),
}


def customer(env, stations, rate, times, rng):
    """One customer through all stations."""
    arrived = env.now
    for station in stations:
        with station.request() as request:
            yield request
            yield env.timeout(rng.expovariate(rate))
    times.append(env.now - arrived)


def arrivals(env, stations, case, customers, times, rng):
    """Customers with exponential times between them."""
    _, _, arriving, serving = case
    for _ in range(customers):
        yield env.timeout(rng.expovariate(arriving))
        env.process(customer(env, stations, serving, times, rng))


def main(name, customers, seed):
    """Runs one case and prints its figures."""
    case = CASES[name]
    rng = random.Random(seed)
    env = simpy.Environment()
    stations = [simpy.Resource(env, capacity=case[1]) for _ in range(case[0])]
    times = []
    env.process(arrivals(env, stations, case, customers, times, rng))
    began = time.perf_counter()
    env.run()
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "customers": len(times), "mean": sum(times) / len(times)}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
