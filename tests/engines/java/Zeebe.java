/* Zeebe.java: shows files to the validators of Camunda 8
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.validation.ValidationVisitor;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.io.File;
import java.util.StringJoiner;

class Zeebe implements Scenario.Player {
  @Override
  public void play(Scenario scenario, Scenario.Result result) {
    StringJoiner faults = new StringJoiner("; ");
    for (String file : scenario.files) {
      BpmnModelInstance model = Bpmn.readModelFromFile(new File(file));
      ValidationVisitor visitor = new ValidationVisitor(ZeebeDesignTimeValidators.VALIDATORS);
      new ModelWalker(model).walk(visitor);
      visitor.getValidationResult().getResults().forEach((element, found) ->
          found.forEach(one -> faults.add(element.getAttributeValue("id") + ": " + one.getMessage())));
    }
    if (faults.length() > 0) {
      result.error = faults.toString();
    }
  }

  public static void main(String[] args) {
    Scenario.playAll(new Zeebe());
  }
}
