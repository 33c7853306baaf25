package org.vocstream.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vocstream.elasticsearch.EmbeddedElasticsearch;
import org.vocstream.elasticsearch.ServerOptions;

/** Where there is nothing to show, the page says what to do. */
class PageTroubleIT {
  @Test
  @SuppressWarnings("try") // One after the other is closed while the page is read.
  void anEmptyIndexAndThenNoneAndThenNoServer(@TempDir Path folder) throws Exception {
    WorkDirectory work = new WorkDirectory(folder);
    Path server = VocProcess.HOME.resolve("elasticsearch/embedded/target/server");
    try (Chromium chromium = Chromium.start();
        EmbeddedElasticsearch elasticsearch =
            EmbeddedElasticsearch.start(
                ServerOptions.of(server, work.elasticsearch()).withPort(0), text -> {});
        ServedPage page =
            ServedPage.of(work, ElasticsearchStack.open(elasticsearch.uri(), work, text -> {}));
        Reader reader = chromium.reader(page.uri(), 390, Locale.ENGLISH)) {
      reader.open();
      assertThat(reader.find("#content .notice")).containsText("There is no data yet");
      assertThat(reader.find("#content .notice code")).containsText("scripts/voc run");
      assertThat(reader.mustScrollSideways()).as("scrolls sideways").isFalse();
      assertThat(reader.barriers()).isEmpty();
      reader.find("#tab-alerts").click();
      reader.drawn("alerts");
      assertThat(reader.find("#content .notice")).containsText("No alert waits");
      assertThat(reader.troubles()).isEmpty();

      elasticsearch.close();
      reader.find("#tab-compare").click();
      reader.drawn("compare").find("#tab-alerts").click();
      reader.drawn("alerts");
      assertThat(reader.find("#content .notice.error")).containsText("Elasticsearch");
      assertThat(reader.find("#content .notice code")).containsText("scripts/voc up");
      try (Reader late = chromium.reader(page.uri(), 1280, Locale.CHINA)) {
        late.open();
        assertThat(late.find("#content .notice.error")).containsText("Elasticsearch");
        assertThat(late.find("#content .notice code")).containsText("scripts/voc up");
        assertThat(late.barriers()).isEmpty();
      }

      page.close();
      reader.find("#content .notice a").click();
      assertThat(reader.find("#content .notice.error")).containsText("does not answer");
      assertThat(reader.find("#content .notice code")).containsText("scripts/voc up");
    }
  }
}
