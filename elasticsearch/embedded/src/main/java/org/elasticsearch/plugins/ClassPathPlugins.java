package org.elasticsearch.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.elasticsearch.Build;

/**
 * Hands plugins that already stand on the class path to a node, which knows only plugins unpacked
 * in folders. It stands in a package of Elasticsearch because the constructor it needs is visible
 * there alone. Immutable.
 */
public final class ClassPathPlugins extends PluginsLoader {
  private final List<PluginLayer> layers;

  private ClassPathPlugins(Set<PluginBundle> bundles, List<PluginLayer> layers) {
    super(bundles, Set.of(), Map.of());
    this.layers = List.copyOf(layers);
  }

  /**
   * Describes the plugins.
   *
   * @param modules an own folder; the node wants an existing, empty one per plugin in it
   * @throws IOException where such a folder cannot be made
   */
  public static ClassPathPlugins of(Path modules, List<Class<? extends Plugin>> plugins)
      throws IOException {
    Set<PluginBundle> bundles = new LinkedHashSet<>();
    List<PluginLayer> layers = new ArrayList<>();
    for (Class<? extends Plugin> plugin : plugins) {
      Path folder = Files.createDirectories(modules.resolve(plugin.getSimpleName()));
      PluginBundle bundle = new PluginBundle(descriptor(plugin), folder);
      bundles.add(bundle);
      layers.add(new ClassPathLayer(bundle, plugin.getClassLoader()));
    }
    return new ClassPathPlugins(bundles, layers);
  }

  private static PluginDescriptor descriptor(Class<? extends Plugin> plugin) {
    String version = Build.current().version();
    return new PluginDescriptor(
        plugin.getSimpleName(),
        "from the class path",
        version,
        version,
        "17",
        plugin.getName(),
        null,
        List.of(),
        false,
        false,
        false,
        false);
  }

  @Override
  public Stream<PluginLayer> pluginLayers() {
    return layers.stream();
  }

  private record ClassPathLayer(PluginBundle pluginBundle, ClassLoader pluginClassLoader)
      implements PluginLayer {
    @Override
    public ModuleLayer pluginModuleLayer() {
      return ModuleLayer.boot();
    }
  }
}
