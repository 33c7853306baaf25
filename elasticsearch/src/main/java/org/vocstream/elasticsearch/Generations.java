package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generations of the indices. Readers and writers use an alias; a rescoring writes new
 * generations beside the current ones, then every alias switches at once. Safe for several threads
 * and processes. Every method throws IOException where Elasticsearch cannot be reached, and
 * ElasticsearchException where it refuses.
 */
public final class Generations {
  private static final Pattern NUMBER = Pattern.compile("-(\\d{6})$");
  static final String EXISTS = "resource_already_exists_exception";

  private final ElasticsearchClient client;

  /** The generations of this cluster. */
  public Generations(ElasticsearchClient client) {
    this.client = client;
  }

  /** Name of the index behind the alias, or empty where there is no such alias. */
  public Optional<String> current(VocIndex index) throws IOException {
    if (!client.indices().existsAlias(a -> a.name(index.alias())).value()) {
      return Optional.empty();
    }
    return client.indices().getAlias(a -> a.name(index.alias())).result().keySet().stream()
        .findFirst();
  }

  /** Names of all generations of this kind, oldest first. */
  public SortedSet<String> all(VocIndex index) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (String name : client.indices().get(g -> g.index(index.alias() + "-*")).result().keySet()) {
      if (name.startsWith(index.alias()) && number(name) > 0) {
        names.add(name);
      }
    }
    return names;
  }

  /**
   * Makes an empty generation after the newest, behind no alias.
   *
   * @return its name
   */
  public String createNext(VocIndex index) throws IOException {
    SortedSet<String> names = all(index);
    for (int next = names.isEmpty() ? 1 : number(names.last()) + 1; ; next++) {
      String name = index.generation(next);
      try {
        client.indices().create(c -> c.index(name));
        return name;
      } catch (ElasticsearchException e) {
        if (!EXISTS.equals(e.error().type())) {
          throw e;
        }
        // Another process made it in between; the next number is ours.
      }
    }
  }

  /**
   * Points the aliases at these generations, all in one step: no reader sees a mixture.
   *
   * @param generations the new index for each alias that is to move
   */
  public void switchTo(Map<VocIndex, String> generations) throws IOException {
    client
        .indices()
        .updateAliases(
            u -> {
              generations.forEach(
                  (index, name) -> {
                    u.actions(
                        a ->
                            a.remove(
                                r ->
                                    r.index(index.alias() + "-*")
                                        .alias(index.alias())
                                        .mustExist(false)));
                    u.actions(
                        a -> a.add(b -> b.index(name).alias(index.alias()).isWriteIndex(true)));
                  });
              return u;
            });
  }

  /**
   * Deletes a generation.
   *
   * @throws IllegalArgumentException where it is the current one
   */
  public void drop(VocIndex index, String name) throws IOException {
    if (current(index).filter(name::equals).isPresent()) {
      throw new IllegalArgumentException(
          name + " is in use behind " + index.alias() + ": switch to another generation first");
    }
    client.indices().delete(d -> d.index(name));
  }

  private static int number(String name) {
    Matcher matcher = NUMBER.matcher(name);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
