package org.vocstream.cli;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The system's Chromium without a window. Where there is none the tests that need it are skipped,
 * and fail with {@code -Dbrowser.required=true}, which scripts/test says.
 */
final class Chromium implements AutoCloseable {
  /** How long anything may take on a machine that has other things to do, in milliseconds. */
  static final int PATIENCE = 60_000;

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--force-color-profile=srgb");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Starts it, or skips the test. */
  static Chromium start() {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      String missing = "no Chromium on the PATH; on Debian: apt-get install chromium";
      if (Boolean.getBoolean("browser.required")) {
        throw new IllegalStateException(missing);
      }
      System.out.println("skipped: " + missing);
      Assumptions.abort(missing);
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return new Chromium(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program.orElseThrow())
                    .setArgs(QUIET)
                    .setTimeout(PATIENCE)));
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * A reader with nothing kept from earlier visits.
   *
   * @param home where the page is served
   * @param width of the window in pixels
   * @param language that the browser asks for
   */
  Reader reader(URI home, int width, Locale language) {
    return new Reader(
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, width < 600 ? 844 : 800)
                .setLocale(language.toLanguageTag())
                .setTimezoneId("UTC")
                .setAcceptDownloads(true)),
        home);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
