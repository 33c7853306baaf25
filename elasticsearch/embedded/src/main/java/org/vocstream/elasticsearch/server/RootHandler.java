package org.vocstream.elasticsearch.server;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.IndexVersion;
import org.elasticsearch.node.Node;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestChannel;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.xcontent.XContentBuilder;

/** Answers {@code GET /} with the fields that a full Elasticsearch gives. Immutable. */
final class RootHandler extends BaseRestHandler {
  private final Settings settings;
  private final Supplier<ClusterService> clusterService;

  RootHandler(Settings settings, Supplier<ClusterService> clusterService) {
    this.settings = settings;
    this.clusterService = clusterService;
  }

  @Override
  public String getName() {
    return "voc_root";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return channel -> channel.sendResponse(new RestResponse(RestStatus.OK, describe(channel)));
  }

  private XContentBuilder describe(RestChannel channel) throws IOException {
    Build build = Build.current();
    XContentBuilder json = channel.newBuilder();
    json.startObject();
    json.field("name", Node.NODE_NAME_SETTING.get(settings));
    json.field("cluster_name", clusterService.get().getClusterName().value());
    json.field("cluster_uuid", clusterService.get().state().metadata().clusterUUID());
    json.startObject("version");
    json.field("number", build.qualifiedVersion());
    json.field("build_flavor", build.flavor());
    json.field("build_type", build.type().displayName());
    json.field("build_hash", build.hash());
    json.field("build_date", build.date());
    json.field("build_snapshot", build.isSnapshot());
    json.field("lucene_version", IndexVersion.current().luceneVersion().toString());
    json.field("minimum_wire_compatibility_version", build.minWireCompatVersion());
    json.field("minimum_index_compatibility_version", build.minIndexCompatVersion());
    json.endObject();
    json.field("tagline", "You Know, for Search");
    json.endObject();
    return json;
  }
}
