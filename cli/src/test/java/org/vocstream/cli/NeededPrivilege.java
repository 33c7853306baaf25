package org.vocstream.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vocstream.elasticsearch.AccessRole;
import org.vocstream.servers.SecuredServer.Request;

/**
 * What Elasticsearch 8.19 asks of whoever sends a request; the table of docs/security.md, from
 * Elasticsearch's own of privileges and actions.
 *
 * @param index name of the index or alias, or null for a privilege over the cluster
 * @param privilege the smallest named one that allows the request
 */
record NeededPrivilege(String index, String privilege) {
  private static final String CLUSTER = null;

  /** Method and path, to the privilege; the first group of the path names the indices. */
  private record Rule(String method, Pattern path, String privilege, boolean overCluster) {}

  private static final List<Rule> RULES =
      List.of(
          cluster("GET", "/", "monitor"),
          cluster("GET", "/_index_template/.*", "monitor"),
          cluster("PUT", "/_index_template/.*", "manage_index_templates"),
          index("HEAD|GET", "/_alias/([^/]+)", "view_index_metadata"),
          index("GET", "/([^/_][^/]*)/_(?:mapping|settings|alias)", "view_index_metadata"),
          index("GET", "/([^/_][^/]*)", "view_index_metadata"),
          index("PUT|DELETE", "/([^/_][^/]*)", "manage"),
          index("PUT", "/([^/_][^/]*)/_(?:mapping|settings)", "manage"),
          index("POST", "/([^/_][^/]*)/_refresh", "maintenance"),
          index("GET|POST", "/([^/_][^/]*)/_(?:search|count|mget|pit|msearch)", "read"),
          index("GET|HEAD", "/([^/_][^/]*)/_(?:doc|source)/.*", "read"),
          index("POST|PUT", "/([^/_][^/]*)/_(?:doc|create|update)/.*", "write"),
          index("DELETE", "/([^/_][^/]*)/_doc/.*", "write"),
          index("POST|PUT", "/([^/_][^/]*)/_bulk", "write"));

  private static final Pattern INDEX_OF_BULK = Pattern.compile("\"_index\":\"([^\"]+)\"");
  private static final Pattern INDEX_OF_ALIASES = Pattern.compile("\"index\":\"([^\"]+)\"");

  private static Rule cluster(String method, String path, String privilege) {
    return new Rule(method, Pattern.compile(path), privilege, true);
  }

  private static Rule index(String method, String path, String privilege) {
    return new Rule(method, Pattern.compile(path), privilege, false);
  }

  /**
   * The privileges that a request needs.
   *
   * @throws IllegalArgumentException where this table does not know it: look it up, and add it here
   *     and to docs/security.md
   */
  static Set<NeededPrivilege> of(Request request) {
    String path = request.path().replaceFirst("\\?.*", "").replace("%2C", ",");
    Set<NeededPrivilege> needed = new LinkedHashSet<>();
    switch (request.method() + " " + path) {
      case "POST /_bulk", "PUT /_bulk" -> indices(INDEX_OF_BULK, request, "write", needed);
      case "POST /_aliases" -> indices(INDEX_OF_ALIASES, request, "manage", needed);
      // Of a point in time or a scroll that was opened with the right to read.
      case "POST /_search", "DELETE /_pit", "DELETE /_search/scroll", "POST /_search/scroll" ->
          needed.add(new NeededPrivilege("voc-feedback", "read"));
      default -> needed.addAll(ofPath(request.method(), path));
    }
    if (needed.isEmpty()) {
      throw new IllegalArgumentException("which privilege does " + request + " need?");
    }
    return needed;
  }

  private static List<NeededPrivilege> ofPath(String method, String path) {
    List<NeededPrivilege> needed = new ArrayList<>();
    for (Rule rule : RULES) {
      Matcher matcher = rule.path.matcher(path);
      if (needed.isEmpty() && method.matches(rule.method) && matcher.matches()) {
        if (rule.overCluster) {
          needed.add(new NeededPrivilege(CLUSTER, rule.privilege));
        } else {
          for (String name : matcher.group(1).split(",", -1)) {
            needed.add(new NeededPrivilege(name, rule.privilege));
          }
        }
      }
    }
    return needed;
  }

  private static void indices(
      Pattern name, Request request, String privilege, Set<NeededPrivilege> into) {
    Matcher matcher = name.matcher(request.body());
    while (matcher.find()) {
      into.add(new NeededPrivilege(matcher.group(1), privilege));
    }
  }

  /** The privileges of a role that allow it: pattern of indices, or null, and name. */
  List<NeededPrivilege> allowedBy(AccessRole role) {
    List<NeededPrivilege> by = new ArrayList<>();
    if (index == null) {
      if (role.cluster().contains(privilege)) {
        by.add(this);
      }
      return by;
    }
    for (Map.Entry<String, List<String>> entry : role.indices().entrySet()) {
      String begin = entry.getKey().replaceFirst("\\*$", "");
      for (String given : entry.getValue()) {
        if (index.startsWith(begin) && (given.equals(privilege) || isWithin(privilege, given))) {
          by.add(new NeededPrivilege(entry.getKey(), given));
        }
      }
    }
    return by;
  }

  /** All of indices:admin/* is manage. */
  private static boolean isWithin(String privilege, String given) {
    return given.equals("manage")
        && Set.of("view_index_metadata", "maintenance", "monitor").contains(privilege);
  }
}
