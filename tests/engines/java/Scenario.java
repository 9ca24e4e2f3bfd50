/* Scenario.java: what a case is given, and what is written down about it, for all engines in Java
 *
 * Copyright the Partitur developers
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One case: read from what tests/engines/run.py prints, and answered with a Result. */
class Scenario {
  static class Start {
    String kind = "none"; // none, message, signal, timer, conditional
    String at;
    String name;
  }

  static class Occurrence {
    String at;
    String kind; // message, timer, signal, conditional, task
    String name;
    Map<String, Object> data = new HashMap<>();
  }

  static class Result {
    String name;
    String error; // what the engine said when it refused the files, or failed
    Map<String, Integer> executed = new TreeMap<>();
    Map<String, Set<String>> roles = new TreeMap<>();
    Map<String, String> takers = new TreeMap<>(); // of those who tried, who was given the task
    Map<String, Long> due = new TreeMap<>(); // days until the task has to be done
    Map<String, Object> data = new TreeMap<>();
    boolean over;

    void count(String id) {
      executed.merge(id, 1, Integer::sum);
    }

    void offer(String id, String role) {
      Set<String> groups = roles.computeIfAbsent(id, key -> new TreeSet<>());
      if (role != null) {
        groups.add(role);
      }
    }
  }

  /** Asks the engine to give a task to somebody; fails when it will not. */
  interface Claim {
    void by(String person);
  }

  /** What an engine does with one case. */
  interface Player {
    void play(Scenario scenario, Result result) throws Exception;
  }

  private static final int MOST_ROUNDS = 1000;
  private static final Gson GSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).serializeNulls().create();

  String name;
  List<String> files = new ArrayList<>();
  List<String> tables = new ArrayList<>(); // files with decision tables
  String process;
  Start start = new Start();
  Map<String, Object> data = new HashMap<>();
  Map<String, List<Map<String, Object>>> answers = new HashMap<>();
  Map<String, List<Map<String, Object>>> results = new HashMap<>();
  Map<String, Integer> holds = new HashMap<>();
  Map<String, List<String>> tries = new HashMap<>(); // persons who want a task, one after the other
  List<Occurrence> occurrences = new ArrayList<>();
  private final transient Map<String, Integer> turns = new HashMap<>();
  private int rounds;

  private int turn(String kind, String id) {
    return turns.merge(kind + " " + id, 1, Integer::sum) - 1;
  }

  /** Whether nobody finishes this one, the next time that it is offered. */
  boolean isHeld(String id) {
    return holds.containsKey(id) && turn("holds", id) < holds.get(id);
  }

  private Map<String, Object> next(String kind, Map<String, List<Map<String, Object>>> all, String id) {
    List<Map<String, Object>> list = all.getOrDefault(id, List.of());
    return list.isEmpty() ? new HashMap<>() : new HashMap<>(list.get(Math.min(turn(kind, id), list.size() - 1)));
  }

  Map<String, Object> answer(String id) {
    return next("answers", answers, id);
  }

  /** The first who is not refused takes it; @assignee: who has it already, or null. */
  void take(String id, String assignee, Claim claim, Result result) {
    if (assignee != null) {
      result.takers.put(id, assignee);
      return;
    }
    for (String person : tries.getOrDefault(id, List.of())) {
      try {
        claim.by(person);
        result.takers.put(id, person);
        return;
      } catch (RuntimeException refused) {
        // the next one tries
      }
    }
  }

  static void due(String id, Date created, Date due, Result result) {
    if (due != null) {
      result.due.put(id, Math.round((due.getTime() - created.getTime()) / 86_400_000.0));
    }
  }

  Map<String, Object> result(String id) {
    return next("results", results, id);
  }

  /** The next thing that happens from outside, or null. */
  Occurrence occur() {
    if (++rounds > MOST_ROUNDS) {
      throw new IllegalStateException("the case does not come to rest");
    }
    return occurrences.isEmpty() ? null : occurrences.remove(0);
  }

  static String reason(Throwable problem) {
    String text = problem.getClass().getSimpleName() + ": " + problem.getMessage();
    return problem.getCause() == null ? text : text + " / " + reason(problem.getCause());
  }

  static void playAll(Player player) {
    Scenario[] all = GSON.fromJson(new InputStreamReader(System.in, StandardCharsets.UTF_8), Scenario[].class);
    List<Result> answers = new ArrayList<>();
    for (Scenario scenario : all) {
      Result result = new Result();
      result.name = scenario.name;
      try {
        player.play(scenario, result);
      } catch (Exception problem) {
        result.error = reason(problem);
      }
      answers.add(result);
    }
    System.out.println(GSON.toJson(answers));
  }
}
