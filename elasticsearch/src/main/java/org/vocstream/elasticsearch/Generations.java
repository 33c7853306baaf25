package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The generations of the indices. Readers and writers use an alias; a rescoring writes a new
 * generation beside the current one, then every alias switches at once. Safe for several threads
 * and processes. Every method throws IOException where Elasticsearch cannot be reached, and
 * ElasticsearchException where it refuses.
 */
public final class Generations {
  /** The kinds that depend on the scores, and so have generations of one number. */
  public static final List<VocIndex> KINDS =
      List.of(VocIndex.FEEDBACK, VocIndex.MENTIONS, VocIndex.SCORES, VocIndex.LATE);

  private static final Pattern NUMBER = Pattern.compile("-(\\d{6})$");
  private static final String PROVENANCE = "provenance";
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

  /** Names of all indices of this kind, oldest first. */
  public SortedSet<String> all(VocIndex index) throws IOException {
    SortedSet<String> names = new TreeSet<>();
    for (String name : client.indices().get(g -> g.index(index.alias() + "-*")).result().keySet()) {
      if (name.startsWith(index.alias()) && number(name) > 0) {
        names.add(name);
      }
    }
    return names;
  }

  /** All generations, oldest first. */
  public List<Generation> all() throws IOException {
    Map<VocIndex, String> behindAliases = new EnumMap<>(VocIndex.class);
    SortedMap<Integer, Map<VocIndex, String>> byNumber = new TreeMap<>();
    for (VocIndex kind : KINDS) {
      Optional<String> current = current(kind);
      current.ifPresent(name -> behindAliases.put(kind, name));
      for (String name : all(kind)) {
        // What stands behind an alias belongs to the current generation whatever its number: a kind
        // that came with a later version of the program begins with 1.
        if (!current.filter(name::equals).isPresent()) {
          byNumber
              .computeIfAbsent(number(name), n -> new EnumMap<>(VocIndex.class))
              .put(kind, name);
        }
      }
    }
    List<Generation> generations = new ArrayList<>();
    for (Map.Entry<Integer, Map<VocIndex, String>> one : byNumber.entrySet()) {
      generations.add(generation(one.getKey(), one.getValue(), false));
    }
    if (behindAliases.containsKey(VocIndex.FEEDBACK)) {
      int number = number(behindAliases.get(VocIndex.FEEDBACK));
      generations.add(generation(number, behindAliases, true));
    }
    generations.sort((a, b) -> Integer.compare(a.number(), b.number()));
    return generations;
  }

  private Generation generation(int number, Map<VocIndex, String> indices, boolean current)
      throws IOException {
    String feedback = indices.get(VocIndex.FEEDBACK);
    return new Generation(
        number, indices, current, feedback == null ? null : provenance(feedback).orElse(null));
  }

  /**
   * The current generation.
   *
   * @throws NoSuchElementException where the schema does not stand yet
   */
  public Generation current() throws IOException {
    return all().stream().filter(Generation::current).findFirst().orElseThrow();
  }

  /**
   * Makes an empty generation after the newest, behind no alias.
   *
   * @param provenance how it will be made
   */
  public Generation begin(Provenance provenance) throws IOException {
    int next = 1;
    for (VocIndex kind : KINDS) {
      for (String name : all(kind)) {
        next = Math.max(next, number(name) + 1);
      }
    }
    while (!create(VocIndex.FEEDBACK.generation(next))) {
      // Another process made it in between; the next number is ours.
      next++;
    }
    Map<VocIndex, String> indices = new EnumMap<>(VocIndex.class);
    for (VocIndex kind : KINDS) {
      indices.put(kind, kind.generation(next));
    }
    Generation begun = note(new Generation(next, indices, false, null), provenance);
    for (VocIndex kind : KINDS.subList(1, KINDS.size())) {
      create(kind.generation(next));
    }
    return begun;
  }

  private boolean create(String name) throws IOException {
    try {
      client.indices().create(c -> c.index(name));
      return true;
    } catch (ElasticsearchException e) {
      if (!EXISTS.equals(e.error().type())) {
        throw e;
      }
      return false;
    }
  }

  /** Writes down how the generation was made, or how far that is. */
  public Generation note(Generation generation, Provenance provenance) throws IOException {
    String feedback = generation.indices().get(VocIndex.FEEDBACK);
    Map<String, JsonData> meta = new HashMap<>(meta(feedback));
    meta.put(PROVENANCE, JsonData.of(provenance.json()));
    client.indices().putMapping(p -> p.index(feedback).meta(meta));
    return generation.with(provenance);
  }

  private Optional<Provenance> provenance(String feedback) throws IOException {
    JsonData noted = meta(feedback).get(PROVENANCE);
    return noted == null
        ? Optional.empty()
        : Optional.of(Provenance.of(noted.to(JsonNode.class, client._jsonpMapper())));
  }

  private Map<String, JsonData> meta(String name) throws IOException {
    return client.indices().getMapping(g -> g.index(name)).result().get(name).mappings().meta();
  }

  /**
   * Refuses or allows writes to a generation. A writer that is refused tries again for as long as
   * its patience lasts, and so writes to the next generation once the aliases have switched.
   */
  public void freeze(Generation generation, boolean frozen) throws IOException {
    List<String> names = List.copyOf(generation.indices().values());
    client.indices().putSettings(p -> p.index(names).settings(s -> s.blocks(b -> b.write(frozen))));
  }

  /** Points every alias at this generation, all in one step: no reader sees a mixture. */
  public void switchTo(Generation generation) throws IOException {
    client
        .indices()
        .updateAliases(
            u -> {
              generation
                  .indices()
                  .forEach(
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
  public void drop(Generation generation) throws IOException {
    for (Map.Entry<VocIndex, String> one : generation.indices().entrySet()) {
      if (current(one.getKey()).filter(one.getValue()::equals).isPresent()) {
        throw new IllegalArgumentException(
            "generation %d is in use (%s stands behind %s): switch to another one first"
                .formatted(generation.number(), one.getValue(), one.getKey().alias()));
      }
    }
    client.indices().delete(d -> d.index(List.copyOf(generation.indices().values())));
  }

  private static int number(String name) {
    Matcher matcher = NUMBER.matcher(name);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
