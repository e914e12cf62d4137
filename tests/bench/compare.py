#!/usr/bin/env python3
# compare.py - how far answers of `segue-bench psplib` lie from the best known
#
# SPDX-License-Identifier: GPL-3.0-or-later
"""Usage: segue-bench psplib … FILE… | compare.py best_known_SET.tsv

Prints means over the instances that were answered: above the critical path,
above the best known, and the best known itself above the critical path. For
tables of RCPSP/max it counts the statuses and lists every contradiction.
"""
import csv
import sys


def read_answers(lines):
    for line in lines:
        name, makespan, status, ms = line.split()
        yield name, None if makespan == '-' else int(makespan), status, float(ms)


def compare_plain(table, answers):
    above_cp = above_best = best_cp = ms_sum = 0.0
    optimal = hit = wrong = 0
    for name, makespan, status, ms in answers:
        row = table[name]
        best, cp = int(row['best_ub']), int(row['cp_bound'])
        above_cp += 100 * (makespan / cp - 1)
        above_best += 100 * (makespan / best - 1)
        best_cp += 100 * (best / cp - 1)
        optimal += status == 'optimal'
        hit += makespan <= best
        ms_sum += ms
        if makespan < int(row['best_lb']) or (status == 'optimal' and makespan > best) or status == 'infeasible':
            wrong += 1
            print('WRONG', name, makespan, status, row['best_lb'], row['best_ub'])
    n = len(answers)
    print(f'{n} instances: {above_cp / n:.3f} % above critical path (best known {best_cp / n:.3f} %), '
          f'{above_best / n:.4f} % above best known, {hit} hit it, {optimal} proven optimal, '
          f'{wrong} wrong, mean {ms_sum / n:.1f} ms')


def compare_windows(table, answers):
    counts = {}
    gap, n_gap, wrong = 0.0, 0, 0
    for name, makespan, status, ms in answers:
        row = table[name]
        truth = 'infeasible' if row['status'] == 'unsat' else 'feasible'
        counts[truth, status] = counts.get((truth, status), 0) + 1
        bad = (truth == 'infeasible') != (status == 'infeasible') and status != 'unknown'
        if truth == 'feasible' and makespan is not None:
            lower, upper = int(row['published_lb']), int(row['published_ub'])
            gap += 100 * (makespan / upper - 1)
            n_gap += 1
            bad = bad or makespan < lower or (status == 'optimal' and makespan > upper)
            bad = bad or (status == 'optimal' and row['status'] == 'optimal' and makespan != upper)
        if bad:
            wrong += 1
            print('WRONG', name, makespan, status, dict(row))
    for (truth, status), count in sorted(counts.items()):
        print(f'  {truth:10} {status:10} {count}')
    print(f'{len(answers)} instances: {wrong} wrong, {gap / max(n_gap, 1):.3f} % above published upper bounds')


def main():
    with open(sys.argv[1], newline='') as file:
        rows = list(csv.DictReader(file, delimiter='\t'))
    table = {row['instance']: row for row in rows}
    answers = list(read_answers(sys.stdin))
    (compare_plain if 'best_ub' in rows[0] else compare_windows)(table, answers)


if __name__ == '__main__':
    main()
