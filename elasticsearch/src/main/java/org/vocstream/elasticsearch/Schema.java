package org.vocstream.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.get_index_template.IndexTemplateItem;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Templates and indices as this version of the program needs them. Safe to run again, and by two
 * processes at once.
 */
public final class Schema {
  private static final String VERSION = "schema_version";
  private static final String MAKE_THEM =
      ": run `scripts/voc rescore --list --elasticsearch URL` once, which makes what is missing"
          + " (with the key of the role setup, docs/security.md)";

  private final ElasticsearchClient client;
  private final Generations generations;

  /** The schema of this cluster. */
  public Schema(ElasticsearchClient client) {
    this.client = client;
    this.generations = new Generations(client);
  }

  /**
   * Puts the templates that are missing or older than ours, makes the first generation of each
   * index behind its alias, and adds new fields to the current generation of an older version.
   *
   * @throws ElasticsearchUnavailable where what stands there cannot be brought to this version; the
   *     message says what to do
   * @throws IOException where Elasticsearch cannot be reached
   */
  public void ensure() throws IOException {
    for (VocIndex index : VocIndex.values()) {
      IndexTemplate template = IndexTemplate.of(index);
      if (installedVersion(template.name()) < template.version()) {
        client.indices().putIndexTemplate(p -> p.name(template.name()).withJson(template.json()));
      }
      Optional<String> current = generations.current(index);
      if (current.isEmpty()) {
        createFirst(index);
      } else {
        extend(current.get(), template);
      }
    }
  }

  /**
   * Holds that {@link #ensure} has been run with this version of the program or a later one, and
   * changes nothing: for those who may only write.
   *
   * @throws ElasticsearchUnavailable where it has not; the message says what to do
   * @throws IOException where Elasticsearch cannot be reached
   */
  public void require() throws IOException {
    for (VocIndex index : VocIndex.values()) {
      Optional<String> current = generations.current(index);
      if (current.isEmpty()) {
        throw new ElasticsearchUnavailable(
            "there is no index behind the alias " + index.alias() + MAKE_THEM);
      }
      int version = IndexTemplate.of(index).version();
      if (mappedVersion(current.get()) < version) {
        throw new ElasticsearchUnavailable(
            "%s lacks fields of version %d".formatted(current.get(), version) + MAKE_THEM);
      }
    }
  }

  private long installedVersion(String name) throws IOException {
    // Asked without the name, for a name that is not there is an error.
    List<IndexTemplateItem> templates =
        client.indices().getIndexTemplate(g -> g.name(name + "*")).indexTemplates();
    return templates.stream()
        .filter(template -> template.name().equals(name))
        .map(template -> template.indexTemplate().version())
        .filter(version -> version != null)
        .findFirst()
        .orElse(0L);
  }

  private void createFirst(VocIndex index) throws IOException {
    String name = index.generation(1);
    try {
      client.indices().create(c -> c.index(name).aliases(index.alias(), a -> a.isWriteIndex(true)));
    } catch (ElasticsearchException e) {
      if (Generations.EXISTS.equals(e.error().type()) && generations.current(index).isPresent()) {
        return; // Another process was first.
      }
      throw new ElasticsearchUnavailable(
          "%s cannot be made with alias %s (%s): point the alias at the generation to use, or"
                  .formatted(name, index.alias(), RequestFailure.words(e.error()))
              + " delete the index that is in the way",
          e);
    }
  }

  private void extend(String name, IndexTemplate template) throws IOException {
    if (mappedVersion(name) >= template.version()) {
      return;
    }
    try {
      client.indices().putMapping(p -> p.index(name).withJson(template.mapping()));
    } catch (ElasticsearchException e) {
      throw new ElasticsearchUnavailable(
          "%s cannot take the mapping of version %d (%s): rescore into a new generation"
              .formatted(name, template.version(), RequestFailure.words(e.error())),
          e);
    }
  }

  private int mappedVersion(String name) throws IOException {
    JsonData version =
        client
            .indices()
            .getMapping(g -> g.index(name))
            .result()
            .get(name)
            .mappings()
            .meta()
            .get(VERSION);
    return version == null ? 0 : version.to(Integer.class);
  }
}
