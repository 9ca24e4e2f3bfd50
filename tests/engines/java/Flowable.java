/* Flowable.java: plays cases on an embedded Flowable 8
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

import java.io.FileInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.engine.HistoryService;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.flowable.engine.repository.DeploymentBuilder;
import org.flowable.engine.runtime.Execution;
import org.flowable.eventsubscription.api.EventSubscription;
import org.flowable.identitylink.api.IdentityLink;
import org.flowable.job.api.AcquiredExternalWorkerJob;
import org.flowable.job.api.ExternalWorkerJob;
import org.flowable.job.api.Job;
import org.flowable.task.api.Task;
import org.flowable.variable.api.history.HistoricVariableInstance;

class Flowable implements Scenario.Player {
  private static final String WORKER = "worker";

  private final ProcessEngine engine =
      new StandaloneInMemProcessEngineConfiguration().setAsyncExecutorActivate(false).buildProcessEngine();
  private final RuntimeService runtime = engine.getRuntimeService();
  private final ManagementService management = engine.getManagementService();
  private final HistoryService history = engine.getHistoryService();
  private final Set<String> held = new HashSet<>();
  private final Set<String> opened = new HashSet<>();
  private Scenario scenario;
  private Scenario.Result result;

  @Override
  public void play(Scenario given, Scenario.Result written) throws Exception {
    scenario = given;
    result = written;
    held.clear();
    opened.clear();
    DeploymentBuilder files = engine.getRepositoryService().createDeployment();
    for (String file : scenario.files) {
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
      case "message" -> runtime.startProcessInstanceByMessage(start.name, scenario.data);
      case "signal" -> runtime.signalEventReceived(start.name, scenario.data);
      case "timer" -> executeTimer(start.at);
      default -> runtime.startProcessInstanceByKey(scenario.process, scenario.data);
    }
  }

  private void run() {
    while (true) {
      if (doContinuations() || doJobs() || doFreeWork() || doTasks()) {
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
    for (ExternalWorkerJob job : management.createExternalWorkerJobQuery().list()) {
      String topic = job.getJobHandlerConfiguration();
      List<AcquiredExternalWorkerJob> jobs = management.createExternalWorkerJobAcquireBuilder()
          .topic(topic, Duration.ofHours(1)).acquireAndLock(1, WORKER);
      if (!jobs.isEmpty()) {
        doJob(jobs.get(0));
        return true;
      }
    }
    return false;
  }

  private void doJob(AcquiredExternalWorkerJob job) {
    String id = job.getElementId();
    if (scenario.isHeld(id)) {
      return;
    }
    Map<String, Object> found = scenario.result(id);
    if (found.containsKey("error")) {
      management.createExternalWorkerCompletionBuilder(job.getId(), WORKER).bpmnError((String) found.get("error"));
    } else {
      management.createExternalWorkerCompletionBuilder(job.getId(), WORKER).variables(found).complete();
    }
  }

  private boolean doContinuations() {
    List<Job> jobs = management.createJobQuery().list();
    jobs.forEach(job -> management.executeJob(job.getId()));
    return !jobs.isEmpty();
  }

  /** Of what may be done in any order, each is done once. */
  private boolean doFreeWork() {
    for (Execution one : runtime.createExecutionQuery().onlySubProcessExecutions().list()) {
      if (!isFree(one)) {
        continue;
      }
      if (opened.add(one.getId())) {
        for (FlowNode node : runtime.getEnabledActivitiesFromAdhocSubProcess(one.getId())) {
          runtime.executeActivityInAdhocSubProcess(one.getId(), node.getId());
        }
        return true;
      }
      if (runtime.createExecutionQuery().parentId(one.getId()).count() == 0) {
        runtime.completeAdhocSubProcess(one.getId());
        return true;
      }
    }
    return false;
  }

  private boolean isFree(Execution one) {
    return runtime.getAdhocSubProcessExecutions(one.getProcessInstanceId()).stream()
        .anyMatch(other -> other.getId().equals(one.getId()));
  }

  // ----- what happens

  private void happen(Scenario.Occurrence what) {
    switch (what.kind) {
      case "timer" -> executeTimer(what.at);
      case "signal" -> runtime.signalEventReceived(what.name, what.data);
      case "message" -> receive(what);
      case "conditional" -> runtime.evaluateConditionalEvents(root().getId(), what.data);
      default -> completeHeld(what);
    }
  }

  private void executeTimer(String id) {
    for (Job job : management.createTimerJobQuery().list()) {
      if (job.getJobHandlerConfiguration().contains('"' + id + '"')) {
        management.moveTimerToExecutableJob(job.getId());
        management.executeJob(job.getId());
        return;
      }
    }
    throw new IllegalStateException("no timer waits at " + id);
  }

  private void receive(Scenario.Occurrence what) {
    List<EventSubscription> all =
        runtime.createEventSubscriptionQuery().eventType("message").activityId(what.at).list();
    if (all.isEmpty()) {
      Execution one = runtime.createExecutionQuery().activityId(what.at).list().get(0);
      runtime.trigger(one.getId(), what.data);
      return;
    }
    runtime.messageEventReceived(all.get(0).getEventName(), all.get(0).getExecutionId(), what.data);
  }

  private void completeHeld(Scenario.Occurrence what) {
    Task task = engine.getTaskService().createTaskQuery().taskDefinitionKey(what.at).list().get(0);
    engine.getTaskService().complete(task.getId(), what.data);
  }

  // ----- what came of it

  private HistoricProcessInstance root() {
    return history.createHistoricProcessInstanceQuery().excludeSubprocesses(true).list().get(0);
  }

  /** What it says of the flows out of a node: how often each was taken. */
  private Map<String, Integer> departures(List<HistoricActivityInstance> all) {
    Map<String, Integer> flows = new HashMap<>();
    for (HistoricActivityInstance one : all) {
      if (one.getActivityType().equals("sequenceFlow")) {
        BpmnModel model = engine.getRepositoryService().getBpmnModel(one.getProcessDefinitionId());
        flows.merge(((SequenceFlow) model.getFlowElement(one.getActivityId())).getSourceRef(), 1, Integer::sum);
      }
    }
    return flows;
  }

  /**
   * Of what was stopped the engine says why, but not of a sub-process that an error left: no flow out of
   * it was taken. A boundary event is in the history when it begins to wait.
   */
  private boolean isDone(HistoricActivityInstance one, Map<String, Integer> departures) {
    BpmnModel model = engine.getRepositoryService().getBpmnModel(one.getProcessDefinitionId());
    FlowNode node = (FlowNode) model.getFlowElement(one.getActivityId());
    if (node instanceof SubProcess && !node.getOutgoingFlows().isEmpty()) {
      return departures.containsKey(node.getId());
    }
    return one.getDeleteReason() == null || endsWithTheOthers(one) || node instanceof EndEvent;
  }

  /** All instances of an activity end at once when it is over; of a task, what was done is known. */
  private boolean endsWithTheOthers(HistoricActivityInstance one) {
    return one.getDeleteReason().equals("MI_END")
        && (one.getTaskId() == null
            || history.createHistoricTaskInstanceQuery().taskId(one.getTaskId()).list().stream()
                .allMatch(task -> task.getDeleteReason() == null));
  }

  private void count() {
    List<HistoricActivityInstance> all = history.createHistoricActivityInstanceQuery().finished().list();
    Map<String, Integer> departures = departures(all);
    for (HistoricActivityInstance one : all) {
      switch (one.getActivityType()) {
        case "sequenceFlow" -> { }
        case "boundaryEvent" ->
            result.executed.put(one.getActivityId(), departures.getOrDefault(one.getActivityId(), 0));
        default -> {
          if (isDone(one, departures)) {
            result.count(one.getActivityId());
          }
        }
      }
    }
  }

  private void write() {
    HistoricProcessInstance root = root();
    count();
    for (HistoricVariableInstance one :
        history.createHistoricVariableInstanceQuery().executionId(root.getId()).list()) {
      result.data.put(one.getVariableName(), one.getValue());
    }
    result.over = root.getEndTime() != null;
  }

  public static void main(String[] args) {
    Scenario.playAll(new Flowable());
  }
}
