#!/usr/bin/env python3
# play_spiff.py: plays cases on SpiffWorkflow
#
# Copyright the Partitur developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads and writes what the harnesses in java/ do (see java/Scenario.java).
import json
import sys
import warnings
from datetime import datetime, timedelta, timezone

from SpiffWorkflow.bpmn.parser import BpmnValidator
from SpiffWorkflow.bpmn.script_engine import PythonScriptEngine, TaskDataEnvironment
from SpiffWorkflow.bpmn.specs.event_definitions import CycleTimerEventDefinition, timer
from SpiffWorkflow.bpmn.specs.defaults import BoundaryEvent, EventBasedGateway
from SpiffWorkflow.bpmn.util.event import BpmnEvent
from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
from SpiffWorkflow.spiff.parser import SpiffBpmnParser
from SpiffWorkflow.spiff.specs.defaults import (
    ManualTask, ParallelMultiInstanceTask, SequentialMultiInstanceTask, ServiceTask, StandardLoopTask,
)
from SpiffWorkflow.spiff.specs.event_definitions import ErrorEventDefinition
from SpiffWorkflow.util.task import TaskState

REPEATED = (ParallelMultiInstanceTask, SequentialMultiInstanceTask, StandardLoopTask)
MOST_ROUNDS = 1000


class Clock(datetime):
    """What the engine takes for the clock, so that nobody has to wait."""

    ahead = timedelta()

    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + cls.ahead

    @classmethod
    def pass_by(cls, moment):
        cls.ahead += max(moment - cls.now(timezone.utc), timedelta()) + timedelta(seconds=1)


timer.datetime = Clock


class Environment(TaskDataEnvironment):
    """What the systems around the engine find out becomes variables."""

    def __init__(self):
        super().__init__()
        self.result = {}

    def call_service(self, context, **kwargs):
        context.update(self.result)
        return json.dumps(self.result)


class Case:
    def __init__(self, scenario):
        self.scenario, self.turns, self.held, self.roles = scenario, {}, set(), {}
        self.environment = Environment()
        Clock.ahead = timedelta()
        parser = SpiffBpmnParser(validator=BpmnValidator())
        parser.add_bpmn_files(scenario["files"])
        parser.add_dmn_files(scenario["tables"])
        process = scenario["process"]
        self.workflow = BpmnWorkflow(
            parser.get_spec(process), parser.get_subprocess_specs(process),
            script_engine=PythonScriptEngine(environment=self.environment))

    def turn(self, kind, id):
        number = self.turns.get((kind, id), 0)
        self.turns[kind, id] = number + 1
        return number

    def is_held(self, task):
        id = task.task_spec.bpmn_id
        if id in self.scenario["holds"] and self.turn("holds", id) < self.scenario["holds"][id]:
            self.held.add(task.id)
        return task.id in self.held

    def next(self, kind, id):
        answers = self.scenario[kind].get(id, [])
        number = self.turn(kind, id)
        return answers[min(number, len(answers) - 1)] if answers else {}

    def play(self):
        self.workflow.get_next_task(state=TaskState.READY).data.update(self.scenario["data"])
        if self.scenario["start"]["at"]:
            while self.go_on():
                pass
            self.happen(self.scenario["start"] | {"data": self.scenario["data"]})
        for _ in range(MOST_ROUNDS):
            if self.go_on():
                continue
            if not self.scenario["occurrences"]:
                return
            self.happen(self.scenario["occurrences"].pop(0))
        raise RuntimeError("the case does not come to rest")

    # ----- people and systems

    def ready(self):
        return [task for task in self.workflow.get_tasks(state=TaskState.READY) if task.id not in self.held]

    def go_on(self):
        """What needs nobody first, then one thing that a person or a system does."""
        ready = self.ready()
        for act in (self.step, self.serve, self.work):
            for task in ready:
                if act(task):
                    return True
        return False

    def step(self, task):
        if task.task_spec.manual or isinstance(task.task_spec, ServiceTask):
            return False
        task.run()
        self.refresh()
        return True

    def refresh(self):
        """As the engine does after its own steps: what is done inside is done outside."""
        for inside in sorted(self.workflow.get_active_subprocesses(), key=lambda one: one.depth, reverse=True):
            outside = self.workflow.get_task_from_id(inside.parent_task_id)
            if outside.state == TaskState.STARTED:
                outside.task_spec._update(outside)
        self.workflow.refresh_timers()

    def serve(self, task):
        if not isinstance(task.task_spec, ServiceTask) or self.is_held(task):
            return False
        self.environment.result = self.next("results", task.task_spec.bpmn_id)
        code = self.environment.result.get("error")
        if code:
            self.workflow.catch(BpmnEvent(ErrorEventDefinition(code, code=code)))
        else:
            task.run()
        self.refresh()
        return True

    def work(self, task):
        if not task.task_spec.manual:
            return False
        for other in self.ready():
            if other.task_spec.manual and not isinstance(other.task_spec, ManualTask):
                self.roles[other.task_spec.bpmn_id] = [other.task_spec.lane] if other.task_spec.lane else []
        if not self.is_held(task):
            self.finish(task, self.next("answers", task.task_spec.bpmn_id))
        return True

    def finish(self, task, data):
        task.data.update(data)
        task.run()
        self.refresh()

    # ----- what happens

    def waiting(self, id):
        for task in self.workflow.get_tasks():
            if task.task_spec.bpmn_id == id and task.state & (TaskState.WAITING | TaskState.READY | TaskState.STARTED):
                return task
        return None

    def definition(self, id):
        """Of an event that nothing waits at by itself: after a gateway, or at the start of an event sub-process."""
        for spec in [self.workflow.spec, *self.workflow.subprocess_specs.values()]:
            for task_spec in spec.task_specs.values():
                if task_spec.bpmn_id == id:
                    return task_spec.event_definition
        raise RuntimeError(f"nothing is called {id}")

    def happen(self, what):
        task = self.waiting(what["at"])
        if task is None:
            self.happen_elsewhere(what)
        elif what["kind"] == "task":
            self.finish(task, what["data"])
        else:
            task.data.update(what["data"])
            task.parent.data.update(what["data"])
            if what["kind"] == "timer":
                self.let_time_pass(task, task.task_spec.event_definition)
            elif what["kind"] == "conditional":
                task.task_spec._update(task)
            else:
                self.workflow.catch(BpmnEvent(task.task_spec.event_definition, what["data"]))
        self.refresh()

    def happen_elsewhere(self, what):
        """What follows a gateway is waited for by the gateway."""
        for task in self.workflow.get_tasks(state=TaskState.WAITING):
            if isinstance(task.task_spec, EventBasedGateway):
                for spec, definition in zip(task.task_spec.outputs, task.task_spec.event_definition.event_definitions):
                    if spec.bpmn_id == what["at"]:
                        self.choose(task, definition, what)
                        return
        self.workflow.catch(BpmnEvent(self.definition(what["at"]), what["data"]))

    def choose(self, task, definition, what):
        for one in (task, task.parent):
            one.data.update(what["data"])
        if what["kind"] == "timer":
            self.let_time_pass(task, definition)
        else:
            self.workflow.catch(BpmnEvent(definition, what["data"]))

    def let_time_pass(self, task, definition):
        """Until what the definition says is over, as counted from now."""
        text = self.workflow.script_engine.evaluate(task, definition.expression)
        parts = text.upper().split("/")
        period = parts[1] if len(parts) > 1 else parts[0]
        read = timer.TimerEventDefinition.parse_time_or_duration(period)
        is_moment = isinstance(read, datetime)
        Clock.pass_by(read if is_moment else Clock.now(timezone.utc)
                      + timer.TimerEventDefinition.get_timedelta_from_start(read))
        self.workflow.refresh_timers()

    # ----- what came of it

    @staticmethod
    def times(task):
        """How often it was done: each instance of what is repeated counts, and each time of a timer that goes on."""
        spec = task.task_spec
        if isinstance(spec, REPEATED) or spec.bpmn_id is None:
            return 0
        if isinstance(getattr(spec, "event_definition", None), CycleTimerEventDefinition):
            return sum(child.state == TaskState.COMPLETED for child in task.children)
        return int(task.state == TaskState.COMPLETED and not Case.is_stopped(task))

    @staticmethod
    def is_stopped(task):
        """An event beside it that interrupts came first."""
        return any(isinstance(other.task_spec, BoundaryEvent) and other.task_spec.cancel_activity
                   and other.state == TaskState.COMPLETED and other is not task
                   for other in (task.parent.children if task.parent else []))

    def result(self):
        executed = {}
        for task in self.workflow.get_tasks():
            id, times = task.task_spec.bpmn_id, self.times(task)
            if times:
                executed[id] = executed.get(id, 0) + times
        last = self.workflow.last_task
        return {"executed": executed, "roles": self.roles, "data": dict(last.data) if last else {},
                "over": self.workflow.is_completed()}


def answer(scenario):
    empty = {"name": scenario["name"], "error": None, "executed": {}, "roles": {}, "data": {}, "over": False}
    try:
        case = Case(scenario)
        case.play()
        return empty | case.result()
    except Exception as problem:  # whatever the engine says of the files or at run time is its answer
        return empty | {"error": f"{type(problem).__name__}: {problem}"}


def main():
    warnings.simplefilter("ignore")
    print(json.dumps([answer(scenario) for scenario in json.load(sys.stdin)], default=str))


if __name__ == "__main__":
    main()
