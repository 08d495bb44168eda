# SPDX-License-Identifier: LGPL-2.1-or-later
"""What somebody at a desk waits for until a page shows figures, and how it scrolls, in the program's own window on a body of
10,000 people with more than a million answers. tests/bench/run --pages starts this."""

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess

from measure import AS_THE_PROGRAM, read_figures

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, "build-bench")
PROGRAM = os.path.join(BUILD, "tests", "bench", "bench-pages")
CTL = os.path.join(BUILD, "src", "ctl", "tenkenctl")
NOW, BEFORE = "2026", "2025"    # the campaigns of the made-up city: one is open, one closed
NEW_PIN = "48302917"
N_RECORDS = 40
CONTROL = "5.1-1-1"             # one that everybody is asked about
AIM_MS = 200
FRAME_MS = 1000 / 60
# Who signs in, as tenkenctl demo says it, and the number of the right.
OFFICES = {"manager": ("as a section's manager", 1), "secretariat": ("as the secretariat", 2), "committee": ("as the committee", 4),
           "audit": ("as the audit chief", 8)}

COUNTED = ("SELECT q.department, a.duty, a.value, count(*) FROM questionnaire q JOIN answer a ON a.questionnaire_no = q.no "
           "JOIN campaign c ON c.no = q.campaign_no WHERE q.state IN ('submitted', 'accepted') AND c.id {campaigns} AND {where} "
           "GROUP BY c.no, q.department, a.duty, a.value")
DEPARTMENT = "q.department = (SELECT position FROM campaign_department d WHERE d.campaign_no = c.no AND d.id = '{department}')"


def counted(campaigns, where="1"):
    return COUNTED.format(campaigns="IN (" + ", ".join(f"'{campaign}'" for campaign in campaigns) + ")", where=where)


# What the figures of a page rest on.
FLOORS = {
    "both": counted([NOW, BEFORE]),
    "now": counted([NOW]),
    "before": counted([BEFORE]),
    "department": counted([NOW, BEFORE], DEPARTMENT),
    "papers": f"SELECT q.department, q.state, count(*) FROM questionnaire q JOIN campaign c ON c.no = q.campaign_no WHERE c.id = '{NOW}' "
              "GROUP BY q.department, q.state",
    "people": "SELECT p.id, p.name, p.department_id, group_concat(r.role) FROM person p JOIN person_role r ON r.person_no = p.no GROUP BY p.no",
    "asked": "SELECT p.id, p.name, q.state FROM questionnaire q JOIN person p ON p.no = q.person_no JOIN campaign c ON c.no = q.campaign_no "
             f"WHERE c.id = '{NOW}' AND {DEPARTMENT}",
    "plan": "SELECT a.*, count(*) FROM action a JOIN action_department d ON d.action_no = a.no GROUP BY a.no",
    "comments": f"SELECT a.comment FROM questionnaire q JOIN answer a ON a.questionnaire_no = q.no JOIN campaign c ON c.no = q.campaign_no "
                f"WHERE c.id = '{NOW}' AND a.comment IS NOT NULL AND {DEPARTMENT}",
    "audit": "SELECT p.*, f.* FROM audit a LEFT JOIN work_paper p ON p.audit_no = a.no LEFT JOIN finding f ON f.audit_no = a.no",
    "records": "SELECT r.*, v.* FROM record r JOIN record_value v ON v.record_no = r.no",
    "campaigns": "SELECT * FROM campaign",
    "catalog": "SELECT content FROM catalog",
}

# Each place of an office: what it is called, the campaign that is looked at, the place, and its floor.
PLACES = {
    "manager": [
        ("概要", "", "home", "department"), ("提出状況", "", "turnout", "asked"), ("一人の点検票", "", "turnout/{person}", "asked"),
        ("結果", "", "results", "department"), ("結果、管理策", "", f"results/control/{CONTROL}", "department"),
        ("結果、不備", "", "results/gaps", "department"), ("結果、コメント", "", "results/comments", "comments"),
        ("改善計画", BEFORE, "plan", "plan"), ("改善計画の一項目", BEFORE, "plan/{action}", "plan"),
        ("監査の指摘事項", BEFORE, "findings", "audit"), ("一つの指摘事項", BEFORE, "finding/{finding}", "audit"),
        ("申請・報告書", "", "records", "records"), ("一つの申請", "", "record/{record}", "records"),
        ("点検票のファイル", "", "sheets", "campaigns"), ("出力", "", "export", "campaigns"),
        ("基準カタログ", "", "catalogs", "catalog"), ("カタログの管理策", "", f"catalog-control/{CONTROL}@mic-2020@2020-12", "catalog"),
        ("版の比較", "", "compare/fukushima-2021..fukushima-2023", "catalog"), ("対応表", "", "coverage/osaka-2021@2021-11", "catalog"),
    ],
    "secretariat": [
        ("実施回", "", "campaign", "campaigns"), ("一つの実施回", "", f"campaign/{NOW}", "papers"), ("実施回の準備", "", "setup", "campaigns"),
        ("名簿", "", "roster", "people"), ("名簿、部署", "", "roster/departments", "people"), ("名簿、権限", "", "roster/rights", "people"),
        ("名簿の取込", "", "roster-import", "campaigns"),
        ("進捗", "", "progress", "papers"), ("一人の点検票", "", "progress/{department}/{person}", "papers"),
        ("結果、全体", "", "results", "both"), ("結果、節", "", "results/sections", "both"),
        ("結果、管理策", "", f"results/control/{CONTROL}", "both"), ("結果、コメント", "", "results/comments", "now"),
        ("改善計画", BEFORE, "plan", "plan"), ("改善計画の一項目", BEFORE, "plan/{action}", "plan"), ("監査", BEFORE, "audit", "audit"),
        ("申請・報告書", "", "records", "records"), ("点検票のファイル", "", "sheets", "campaigns"), ("出力", "", "export", "campaigns"),
        ("設定", "", "settings", "campaigns"),
    ],
    "committee": [
        ("概況", "", "home", "both"), ("部署×章", "", "heat", "both"), ("部署×章、一覧", "", "heat/list", "both"),
        ("管理策", "", "controls", "both"), ("一つの管理策", "", f"control/id={CONTROL}", "both"), ("役割", "", "roles", "both"),
        ("推移", "", "trend", "both"), ("一つの管理策の推移", "", f"trend/id={CONTROL}", "both"),
        ("改善計画", BEFORE, "plan", "plan"), ("期限を過ぎた項目", BEFORE, "plan/overdue", "plan"), ("監査", BEFORE, "audit/{audit}", "audit"),
        ("一つの指摘事項", BEFORE, "finding/{finding}", "audit"), ("申請・報告書", "", "records", "records"), ("例外措置", "", "records/exceptions", "records"),
    ],
    "audit": [
        ("監査計画", BEFORE, "audit", "audit"), ("一つの監査", BEFORE, "audit/{audit}", "before"), ("監査調書", BEFORE, "papers/{audit}", "before"),
        ("一つの調書", BEFORE, "work-paper/{paper}", "before"), ("指摘事項", BEFORE, "findings", "audit"),
        ("一つの指摘事項", BEFORE, "finding/{finding}", "audit"), ("フォローアップ", BEFORE, "follow-up", "audit"), ("基準カタログ", "", "catalogs", "catalog"),
    ],
}


def call(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"bench: {' '.join(command)}: {done.stderr.strip()}")
    return done.stdout


class City:
    """A made-up city with everything that the pages show, and who signs in there."""

    def __init__(self, folder, people, departments):
        self.store = os.path.join(folder, "tenken.db")
        told = call(CTL, "demo", folder, f"--people={people}", f"--departments={departments}")
        self.holders = {}
        for line in told.splitlines():
            words = line.split()
            for office, (who, _right) in OFFICES.items():
                if line.startswith("sign in") and who in line:
                    self.holders[office] = (words[words.index("number") + 1], words[words.index("PIN") + 1])
        for number in range(N_RECORDS):
            call(CTL, "record", "new", self.store, "exception", f"--by={self.holders['manager'][0]}", f"controls={CONTROL}",
                 f"reason=入替えまでの間（{number}）", "substitute=立会い", "ends=2027-03-31", "urgent=no")

    def ask(self, query):
        connection = sqlite3.connect(self.store)
        row = connection.execute(query).fetchone()
        connection.close()
        return row

    def find_ids(self):
        manager = self.holders["manager"][0]
        department = self.ask(f"SELECT department_id FROM person WHERE id = '{manager}'")[0]
        person = self.ask("SELECT p.id FROM person p JOIN questionnaire q ON q.person_no = p.no JOIN campaign c ON c.no = q.campaign_no "
                          f"WHERE p.department_id = '{department}' AND c.id = '{NOW}' AND q.state = 'submitted' ORDER BY q.no")[0]
        audit = self.ask("SELECT id FROM audit ORDER BY no")[0]
        control, where = self.ask("SELECT control_id, department_id FROM work_paper ORDER BY audit_no, control_id, department_id")
        finding = self.ask(f"SELECT id FROM finding WHERE department_id = '{department}' AND state <> 'draft' ORDER BY no")[0]
        return {"department": department, "person": person, "audit": audit, "paper": f"{audit}/{control}@{where}",
                "finding": f"{audit}/{finding}", "action": self.ask("SELECT id FROM action ORDER BY no")[0],
                "record": self.ask("SELECT id FROM record ORDER BY no")[0]}

    def count(self):
        answers = self.ask("SELECT count(*) FROM answer")[0]
        papers = dict.fromkeys((NOW, BEFORE))
        for campaign in papers:
            papers[campaign] = self.ask("SELECT count(*) FROM questionnaire q JOIN campaign c ON c.no = q.campaign_no WHERE q.state IN "
                                        f"('submitted', 'accepted') AND c.id = '{campaign}'")[0]
        return answers, papers


def make_environment(folder):
    """Settings of a fresh machine."""
    os.makedirs(folder)
    return dict(os.environ, XDG_CONFIG_HOME=folder, GSETTINGS_BACKEND="memory", GSK_RENDERER="cairo", GTK_A11Y="none",
                GDK_BACKEND="x11", DBUS_SESSION_BUS_ADDRESS="disabled:", **AS_THE_PROGRAM)


def name_of(office, place):
    """In a figure what stands before the first = is its name."""
    return f"{office}/{place}".replace("=", ":")


def measure(environment, city, ids, office, wanted, rounds):
    """For each figure of an office its values, one for each round."""
    number, pin = city.holders[office]
    lines = [f"{name_of(office, place)}\t{campaign}\t{place.format(**ids)}\t{FLOORS[floor].format(**ids)}\n"
             for _what, campaign, place, floor in PLACES[office] if not wanted or f"{office}/{place}" in wanted]
    if not lines:
        return {}
    done = subprocess.run([PROGRAM, city.store, number, pin, NEW_PIN, str(OFFICES[office][1]), str(rounds)], env=environment,
                          input="".join(lines), capture_output=True, text=True, check=False, timeout=3600)
    if done.returncode != 0:
        raise SystemExit(f"bench: bench-pages in the office {office}: {done.stderr.strip() or done.returncode}")
    values = {}
    for line in done.stdout.splitlines():
        for name, value in read_figures(line).items():
            values.setdefault(name, []).append(value)
    return values


def show(values, digits=0):
    if len(values) == 1:
        return f"{values[0]:.{digits}f}"
    return f"{statistics.median(values):.{digits}f} ({max(values):.{digits}f})"


def print_places(office, values):
    print(f"\n## {office}\n")
    print("| place | | first, ms | CPU | of it the screen | all of it, ms | again, ms | CPU | floor, CPU | ratio |\n"
          "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for what, _campaign, place, _floor in PLACES[office]:
        name = name_of(office, place)
        if name + ".first.ms" not in values:
            continue
        ratios = [one / max(other, 0.05) for one, other in zip(values[name + ".first.cpu"], values[name + ".floor.cpu"])]
        cells = [show(values[f"{name}.{figure}"]) for figure in
                 ("first.ms", "first.cpu", "first.screen", "first.all.ms", "again.ms", "again.cpu")]
        print(f"| {what} | `{place}` | {' | '.join(cells)} | {show(values[name + '.floor.cpu'], 1)} | {show(ratios, 1)} |")


def print_frames(values):
    print("\n## Scrolling, a notch of the wheel each frame\n")
    print("| place | p50, ms | p99, ms | CPU p50 | CPU p99 | later than 1/60 s |\n| --- | ---: | ---: | ---: | ---: | ---: |")
    for name in sorted({name.rsplit(".", 2)[0] for name in values if name.endswith(".frame.p50")}):
        cells = [f"{values[f'{name}.{figure}'][0]:.1f}" for figure in ("frame.p50", "frame.p99", "frame_cpu.p50", "frame_cpu.p99")]
        print(f"| `{name}` | {' | '.join(cells)} | {values[name + '.frame.late'][0]:.0%} |")


def parse_arguments():
    parser = argparse.ArgumentParser(prog="tests/bench/run --pages")
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--departments", type=int, default=100)
    parser.add_argument("--repeat", type=int, default=5, help="openings of each page")
    parser.add_argument("--office", action="append", choices=list(OFFICES), help="this office alone; may be said again")
    parser.add_argument("--place", action="append", help="this place alone, such as committee/trend; may be said again")
    parser.add_argument("--keep", action="store_true", help="leave the city in build-bench/pages/")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    folder = os.path.join(BUILD, "pages")
    shutil.rmtree(folder, ignore_errors=True)
    environment = make_environment(os.path.join(folder, "config"))
    city = City(os.path.join(folder, "city"), arguments.people, arguments.departments)
    answers, papers = city.count()
    print(f"# The pages of the desks on {arguments.people:,} people, {answers:,} answers\n")
    print(f"{papers[BEFORE]:,} questionnaires of the closed campaign and {papers[NOW]:,} of the open one count. {os.cpu_count()} processors, "
          f"load {os.getloadavg()[0]:.1f} at the beginning; drawn by software (cairo) on Xvfb, whose own work is not in it. Milliseconds from the "
          f"press to the frame with figures, median (worst) of {arguments.repeat}. First: in a new session, after somebody else handed in; again: from "
          "another page. The floor is the bare query that the figures rest on, asked of SQLite right after; ratios are CPU time, pair by pair. "
          f"The aim is {AIM_MS} ms.")
    frames = {}
    for office in arguments.office or OFFICES:
        values = measure(environment, city, city.find_ids(), office, arguments.place, arguments.repeat)
        frames.update(values)
        if values:
            print_places(office, values)
            print(f"\nA page of nothing in the same window: {show(values['nothing.first.ms'])} ms, CPU {show(values['nothing.first.cpu'])} ms.")
    print_frames(frames)
    print(f"\nLoad {os.getloadavg()[0]:.1f} at the end.")
    if not arguments.keep:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
