#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Scores one person's answers from Python: everything implemented but one."""
import gi
gi.require_version("Tenken", "1")
from gi.repository import Tenken

catalog = Tenken.CatalogLibrary.new().find("mic-2020", None)
campaign = Tenken.Campaign.new("2026", catalog)
paper = Tenken.Questionnaire.new(campaign, "1001", ["staff"])
for item in range(paper.get_n_items()):
    paper.set_answer(item, Tenken.AnswerValue.PARTIAL if item == 0 else Tenken.AnswerValue.IMPLEMENTED, None, False)
score = paper.score(-1)
print(f"{paper.get_n_items()} items, {Tenken.format_figure(score.get_score())} points, {score.get_count('controls_gap')} gap")
