package org.vocstream.page;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may come in, and what browsers are told. On the loopback whoever works on the machine may,
 * but no page of somebody else's: requests under another host name (DNS rebinding) and changes that
 * a foreign page could send are refused. Elsewhere a token is needed. Immutable and safe for
 * several threads.
 */
final class Gate {
  private static final String COOKIE = "voc_token";
  private static final String PARAMETER = "token";
  private static final String BEARER = "Bearer ";

  /** No browser sends it to another site without asking first. */
  private static final String OWN_HEADER = "X-VoC";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
          + "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; "
          + "frame-ancestors 'none'";
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  private final PageOptions options;

  Gate(PageOptions options) {
    this.options = options;
  }

  /** Lets a request pass, or throws what it is answered with. */
  void pass(Context request) {
    request.res().setCharacterEncoding("utf-8");
    request
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Resource-Policy", "same-origin");
    if (request.path().startsWith("/api/")) {
      request.header("Cache-Control", "no-store");
    }
    if (options.loopback() && options.token() == null && !LOCAL.contains(hostName(request))) {
      throw new ForbiddenResponse("open the page under 127.0.0.1 or localhost");
    }
    if (options.token() != null) {
      requireToken(request);
    }
    if (request.method() != HandlerType.GET
        && request.method() != HandlerType.HEAD
        && request.header(OWN_HEADER) == null) {
      throw new ForbiddenResponse("changes need the header " + OWN_HEADER);
    }
  }

  private void requireToken(Context request) {
    String asked = request.queryParam(PARAMETER);
    if (matches(asked)) {
      Cookie cookie = new Cookie(COOKIE, asked);
      cookie.setHttpOnly(true);
      cookie.setSameSite(SameSite.STRICT);
      cookie.setSecure(request.req().isSecure());
      request.cookie(cookie);
      // Off the address bar, and out of the history.
      request.redirect(request.path() + withoutToken(request));
      request.skipRemainingHandlers();
      return;
    }
    String header = request.header("Authorization");
    boolean known =
        matches(request.cookie(COOKIE))
            || (header != null
                && header.startsWith(BEARER)
                && matches(header.substring(BEARER.length())));
    if (!known) {
      throw new UnauthorizedResponse("open the page with ?" + PARAMETER + "=... once");
    }
  }

  /** The other parameters, for a link that holds a view. */
  private static String withoutToken(Context request) {
    String others =
        Arrays.stream(request.queryString().split("&"))
            .filter(pair -> !pair.startsWith(PARAMETER + "="))
            .collect(Collectors.joining("&"));
    return others.isEmpty() ? "" : "?" + others;
  }

  private boolean matches(String given) {
    return given != null
        && MessageDigest.isEqual(
            given.getBytes(StandardCharsets.UTF_8),
            options.token().getBytes(StandardCharsets.UTF_8));
  }

  private static String hostName(Context request) {
    String host = request.host() == null ? "" : request.host();
    int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
    return end > 0 ? host.substring(0, end) : host;
  }
}
