/* Camunda7.java: plays cases on an embedded Camunda 7
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Operaton has the same interface in packages of its own; tools/test-engines renames them for it.
 */

import java.io.FileInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryTopicBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

class Camunda7 implements Scenario.Player {
  private static final String WORKER = "worker";
  private static final long LOCKED = 3_600_000;

  private final ProcessEngine engine =
      new StandaloneInMemProcessEngineConfiguration().setJobExecutorActivate(false).buildProcessEngine();
  private final Set<String> held = new HashSet<>();
  private Scenario scenario;
  private Scenario.Result result;

  @Override
  public void play(Scenario given, Scenario.Result written) throws Exception {
    scenario = given;
    result = written;
    held.clear();
    DeploymentBuilder files = engine.getRepositoryService().createDeployment();
    for (String file : scenario.files) {
      files.addInputStream(file, new FileInputStream(file));
    }
    for (String file : scenario.tables) {
      files.addInputStream(file, new FileInputStream(file));
    }
    String deployment = files.deploy().getId();
    try {
      start();
      run();
      write();
    } finally {
      engine.getRepositoryService().deleteDeployment(deployment, true);
    }
  }

  private void start() {
    Scenario.Start start = scenario.start;
    switch (start.kind) {
      case "message" ->
          engine.getRuntimeService().createMessageCorrelation(start.name).setVariables(scenario.data)
              .correlateStartMessage();
      case "signal" -> engine.getRuntimeService().signalEventReceived(start.name, scenario.data);
      case "conditional" ->
          engine.getRuntimeService().createConditionEvaluation().setVariables(scenario.data)
              .evaluateStartConditions();
      case "timer" -> executeTimer(start.at);
      default -> engine.getRuntimeService().startProcessInstanceByKey(scenario.process, scenario.data);
    }
  }

  private void run() {
    while (true) {
      boolean stirred = doContinuations() || doJobs() || doTasks();
      if (stirred) {
        continue;
      }
      Scenario.Occurrence next = scenario.occur();
      if (next == null) {
        return;
      }
      happen(next);
    }
  }

  // ----- people and systems

  /** Offers all there are, and lets somebody do one. */
  private boolean doTasks() {
    List<Task> tasks = engine.getTaskService().createTaskQuery().list();
    tasks.removeIf(task -> held.contains(task.getId()));
    tasks.forEach(this::offer);
    if (tasks.isEmpty()) {
      return false;
    }
    Task first = tasks.get(0);
    if (scenario.isHeld(first.getTaskDefinitionKey())) {
      held.add(first.getId());
    } else {
      scenario.take(first.getTaskDefinitionKey(), first.getAssignee(),
          person -> engine.getTaskService().claim(first.getId(), person), result);
      engine.getTaskService().complete(first.getId(), scenario.answer(first.getTaskDefinitionKey()));
    }
    return true;
  }

  private void offer(Task task) {
    result.offer(task.getTaskDefinitionKey(), null);
    Scenario.due(task.getTaskDefinitionKey(), task.getCreateTime(), task.getDueDate(), result);
    for (IdentityLink link : engine.getTaskService().getIdentityLinksForTask(task.getId())) {
      result.offer(task.getTaskDefinitionKey(), link.getGroupId());
    }
  }

  private boolean doJobs() {
    var fetch = engine.getExternalTaskService().fetchAndLock(100, WORKER);
    Set<String> topics = new HashSet<>();
    for (ExternalTask task : engine.getExternalTaskService().createExternalTaskQuery().list()) {
      topics.add(task.getTopicName());
    }
    ExternalTaskQueryTopicBuilder builder = null;
    for (String topic : topics) {
      builder = (builder == null ? fetch : builder).topic(topic, LOCKED);
    }
    List<LockedExternalTask> tasks = builder == null ? List.of() : builder.execute();
    tasks.forEach(this::doJob);
    return !tasks.isEmpty();
  }

  private void doJob(LockedExternalTask task) {
    String id = task.getActivityId();
    if (scenario.isHeld(id)
        || engine.getExternalTaskService().createExternalTaskQuery().externalTaskId(task.getId()).count() == 0) {
      return;
    }
    Map<String, Object> found = scenario.result(id);
    if (found.containsKey("error")) {
      engine.getExternalTaskService().handleBpmnError(task.getId(), WORKER, (String) found.get("error"));
    } else {
      engine.getExternalTaskService().complete(task.getId(), WORKER, found);
    }
  }

  private boolean doContinuations() {
    List<Job> jobs = engine.getManagementService().createJobQuery().messages().list();
    jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
    return !jobs.isEmpty();
  }

  // ----- what happens

  private void happen(Scenario.Occurrence what) {
    switch (what.kind) {
      case "timer" -> executeTimer(what.at);
      case "signal" -> engine.getRuntimeService().signalEventReceived(what.name, what.data);
      case "message" -> receive(what);
      case "conditional" -> engine.getRuntimeService().setVariables(root().getId(), what.data);
      default -> completeHeld(what);
    }
  }

  private void executeTimer(String id) {
    for (Job job : engine.getManagementService().createJobQuery().timers().list()) {
      String definition = job.getJobDefinitionId();
      if (engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(definition).singleResult()
          .getActivityId().equals(id)) {
        engine.getManagementService().executeJob(job.getId());
        return;
      }
    }
    throw new IllegalStateException("no timer waits at " + id);
  }

  private void receive(Scenario.Occurrence what) {
    List<EventSubscription> all = engine.getRuntimeService().createEventSubscriptionQuery().eventType("message")
        .activityId(what.at).list();
    if (all.isEmpty()) {
      throw new IllegalStateException("nothing waits at " + what.at);
    }
    EventSubscription one = all.get(0);
    engine.getRuntimeService().messageEventReceived(one.getEventName(), one.getExecutionId(), what.data);
  }

  private void completeHeld(Scenario.Occurrence what) {
    Task task = engine.getTaskService().createTaskQuery().taskDefinitionKey(what.at).list().get(0);
    engine.getTaskService().complete(task.getId(), what.data);
  }

  // ----- what came of it

  private HistoricProcessInstance root() {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().rootProcessInstances().list().get(0);
  }

  /** The engine has events that throw an error, and gateways that wait, as cancelled too. */
  private static boolean isDone(HistoricActivityInstance one) {
    return !one.isCanceled() || one.getActivityType().endsWith("EndEvent")
        || one.getActivityType().endsWith("Gateway");
  }

  private void write() {
    HistoricProcessInstance root = root();
    for (HistoricActivityInstance one :
        engine.getHistoryService().createHistoricActivityInstanceQuery().finished().list()) {
      if (isDone(one) && !one.getActivityId().endsWith("#multiInstanceBody")) {
        result.count(one.getActivityId());
      }
    }
    for (HistoricVariableInstance one : engine.getHistoryService().createHistoricVariableInstanceQuery().list()) {
      if (one.getActivityInstanceId().equals(root.getId())) {
        result.data.put(one.getName(), one.getValue());
      }
    }
    result.over = root.getEndTime() != null;
  }

  public static void main(String[] args) {
    Scenario.playAll(new Camunda7());
  }
}
