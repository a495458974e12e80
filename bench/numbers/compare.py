#!/usr/bin/python3
"""Reconciles the same networks with SciPy/NumPy and with Sen.CleanerProduction, in one run. See docs/methods/speed.md.

Needs Debian's python3-scipy with libopenblas0-pthread, and bench/Sen.Bench built in Release.
"""
import os, subprocess, sys, tempfile, time
import numpy as np
import scipy.sparse as sp
import scipy.sparse.linalg as sla

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = os.environ.get("SEN_BENCH", os.path.join(HERE, "../Sen.Bench/bin/Release/net10.0/Sen.Bench"))
CASES = [(28, 11, "plant"), (50, 25, "plant"), (1000, 400, "plant"), (1000, 400, "random"), (10000, 5000, "plant"), (10000, 5000, "random"), (100000, 50000, "plant")]


def network(n, m, kind, seed=1):
    """A tree of nodes and further streams: near neighbours and outlets (plant) or any two nodes (random)."""
    rng = np.random.default_rng(seed)
    ends = [(-1 if i == 0 else int(rng.integers(i)) if kind == "random" else max(0, i - 1 - int(rng.integers(4))), i) for i in range(m)]
    while len(ends) < n:
        a = int(rng.integers(m))
        if kind == "plant" and rng.random() < 0.7:
            ends.append((a, -1))
            continue
        b = int(rng.integers(m)) if kind == "random" else min(max(a + int(rng.integers(-8, 9)), 0), m - 1)
        if a != b:
            ends.append((a, b))
    return ends, 10 + 90 * rng.random(n), 0.5 + rng.random(n)


def median(work):
    times, began = [], time.perf_counter()
    while len(times) < 3 or (time.perf_counter() - began < 2 and len(times) < 5000):
        t = time.perf_counter()
        work()
        times.append(time.perf_counter() - t)
    return 1000 * sorted(times)[len(times) // 2]


def year(seed=1):
    """Temperatures and use of 365 days: heating below 60, cooling above 70, some noise."""
    rng = np.random.default_rng(seed)
    t = 55 - 30 * np.cos(2 * np.pi * np.arange(365) / 365) + 16 * (rng.random(365) - 0.5)
    return t, 20 + 1.5 * np.maximum(0, 60 - t) + 0.8 * np.maximum(0, t - 70) + 4 * rng.random(365)


GRID = np.arange(30, 91.0)


def grid_by_sums(t, y):
    """Every pair at once from centred sums, as the library does: one matrix product, then whole-array arithmetic."""
    n, y = len(y), y - y.mean()
    h, c = np.maximum(0, GRID[:, None] - t), np.maximum(0, t - GRID[:, None])
    h, c = h - h.mean(axis=1, keepdims=True), c - c.mean(axis=1, keepdims=True)
    hh, cc, hy, cy, hc = (h * h).sum(1)[:, None], (c * c).sum(1)[None, :], (h @ y)[:, None], (c @ y)[None, :], h @ c.T
    with np.errstate(all="ignore"):
        d = hh * cc - hc * hc
        bh, bc = (hy * cc - cy * hc) / d, (cy * hh - hy * hc) / d
        fit = np.where((d > 1e-12 * hh * cc) & (bh >= 0) & (bc >= 0) & (GRID[:, None] <= GRID[None, :]), bh * hy + bc * cy, -1)
    tss, at = y @ y, np.unravel_index(np.argmax(fit), fit.shape)
    one = max((hy.ravel() ** 2 / np.maximum(hh.ravel(), 1e-300))[hy.ravel() > 0].max(initial=0), (cy.ravel() ** 2 / np.maximum(cc.ravel(), 1e-300))[cy.ravel() > 0].max(initial=0))
    assert 1 - (1 - fit[at] / tss) * (n - 1) / (n - 3) > 1 - (1 - one / tss) * (n - 1) / (n - 2)
    return GRID[at[0]], GRID[at[1]]


def grid_by_fits(t, y):
    """A least-squares fit for every pair, the usual way."""
    best = (-1, None, None)
    for h in GRID:
        for c in GRID[GRID >= h]:
            X = np.column_stack([np.ones_like(t), np.maximum(0, h - t), np.maximum(0, t - c)])
            b, rss, rank, _ = np.linalg.lstsq(X, y, rcond=None)
            if rank == 3 and b[1] >= 0 and b[2] >= 0:
                best = max(best, (1 - rss[0] / ((y - y.mean()) ** 2).sum(), h, c))
    return best[1:]


def main():
    folder = tempfile.mkdtemp()
    files, rows = [], {}
    for n, m, kind in CASES:
        ends, y, sd = network(n, m, kind)
        name = f"{n}x{m}-{kind}"
        path = os.path.join(folder, name + ".txt")
        with open(path, "w") as f:
            for (a, b), v, s in zip(ends, y, sd):
                f.write(f"{a} {b} {v!r} {s!r}\n" if not isinstance(v, np.floating) else f"{a} {b} {float(v)!r} {float(s)!r}\n")
        files.append(path)
        r = [e for a, b in ends for e in (a, b)]
        c = [j for j in range(n) for _ in (0, 1)]
        v = [e for _ in range(n) for e in (-1.0, 1.0)]
        keep = [k for k in range(2 * n) if r[k] >= 0]
        A = sp.csc_matrix(([v[k] for k in keep], ([r[k] for k in keep], [c[k] for k in keep])), shape=(m, n))
        S, W = sp.diags(sd**2), sp.diags(1 / sd**2)
        residual = A @ y

        def schur():
            return y - S @ (A.T @ sla.spsolve((A @ S @ A.T).tocsc(), residual))

        def kkt():
            K = sp.bmat([[W, A.T], [A, None]], format="csc")
            return sla.spsolve(K, np.concatenate([W @ y, np.zeros(m)]))[:n]

        rows[name] = {"schur": median(schur), "kkt": median(kkt)}
        if n == 50:
            D = A.toarray()
            P = np.eye(n) - (S @ D.T) @ np.linalg.solve(D @ (S @ D.T), D)
            x = P @ y

            def draws():
                rng = np.random.default_rng(1)
                z = x + (rng.standard_normal((100000, n)) * sd) @ P.T
                return z.mean(axis=0), z.std(axis=0, ddof=1)

            rows[name]["draws"] = median(draws)
    t, y = year()
    files.append(os.path.join(folder, "365.days"))
    with open(files[-1], "w") as f:
        f.writelines(f"{float(a)!r} {float(b)!r}\n" for a, b in zip(t, y))
    sums, fits = grid_by_sums(t, y), grid_by_fits(t, y)
    days = {"sums": median(lambda: grid_by_sums(t, y)), "fits": median(lambda: grid_by_fits(t, y))}
    rows["365"] = {}
    for line in subprocess.run([BENCH, "numbers", *files], check=True, capture_output=True, text=True).stdout.splitlines():
        name, what, ms = line.split()
        rows[name]["our " + what] = float(ms)
    grid = rows.pop("365")
    assert sums == fits == (grid["our heating"], grid["our cooling"]), (sums, fits, grid)
    print("| network | SciPy KKT, ms | SciPy Schur, ms | Sen, ms | times KKT | times Schur | Sen with checks and report, ms |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, r in rows.items():
        print(f"| {name} | {r['kkt']:.3f} | {r['schur']:.3f} | {r['our solve']:.3f} | {r['kkt'] / r['our solve']:.1f} | {r['schur'] / r['our solve']:.1f} | {r['our whole']:.3f} |")
    for name, r in rows.items():
        if "draws" in r:
            print(f"\n100,000 draws of {name}: NumPy {r['draws']:.0f} ms ({1e5 / r['draws'] / 1000:.2f} M/s), Sen {r['our draws']:.0f} ms ({1e5 / r['our draws'] / 1000:.2f} M/s), {r['draws'] / r['our draws']:.1f} times")
    print(f"\nDegree-day grid, 365 days, 61 x 61 balances, both find {sums}: NumPy by sums {days['sums']:.2f} ms, by a fit for every pair {days['fits']:.0f} ms, Sen {grid['our grid']:.2f} ms, {days['sums'] / grid['our grid']:.1f} and {days['fits'] / grid['our grid']:.0f} times")
    print("load average", os.getloadavg(), file=sys.stderr)


main()
