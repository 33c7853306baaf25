package org.vocstream.elasticsearch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;

/** Whom we believe to be the server, and in words why we do not. Without state. */
public final class TlsTrust {
  private TlsTrust() {}

  /**
   * Trust in private certificate authorities alone.
   *
   * @param caFile their certificates, PEM; several while one takes the place of another
   * @param variable that named the file, for the message
   * @throws ElasticsearchUnavailable where the file holds no readable certificate
   */
  public static SSLContext in(Path caFile, String variable) throws ElasticsearchUnavailable {
    try (InputStream in = Files.newInputStream(caFile)) {
      Collection<? extends Certificate> authorities =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (authorities.isEmpty()) {
        throw new IOException("there is none in it");
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate authority : authorities) {
        store.setCertificateEntry("authority-" + store.size(), authority);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new ElasticsearchUnavailable(
          "%s names %s, which is no readable PEM certificate (%s): write the certificate of the authority into it"
              .formatted(variable, caFile, e.getMessage()),
          e);
    }
  }

  /**
   * One line that says why there is no secure connection and what to do; empty where the trouble is
   * another.
   *
   * @param e what a client threw, perhaps around the cause
   * @param caVariable variable that names the file of authorities
   */
  public static Optional<String> trouble(URI uri, Throwable e, String caVariable) {
    if (find(e, SSLException.class).isEmpty()) {
      return Optional.empty();
    }
    String why;
    if (find(e, CertificateExpiredException.class).isPresent()
        || find(e, CertificateNotYetValidException.class).isPresent()) {
      why = "its certificate is not valid today; renew it, and check the clock of this machine";
    } else if (find(e, SSLPeerUnverifiedException.class).isPresent()
        || text(e).anyMatch(t -> t.contains("subject alternative"))) {
      why =
          "its certificate is for other names than %s; use a name that stands in it, or have one issued for this name"
              .formatted(uri.getHost());
    } else if (text(e).anyMatch(t -> t.contains("PKIX path"))) {
      why =
          "its certificate is signed by nobody we trust; set %s to the PEM file of the authority that signed it"
              .formatted(caVariable);
    } else {
      String told = find(e, SSLException.class).map(Throwable::getMessage).orElse("");
      why =
          "%s; does it speak TLS there? For a private certificate authority set %s to its PEM file"
              .formatted(told.lines().findFirst().orElse(""), caVariable);
    }
    return Optional.of("no secure connection to " + uri + ": " + why);
  }

  private static Optional<Throwable> find(Throwable e, Class<?> kind) {
    return chain(e).filter(kind::isInstance).findFirst();
  }

  private static Stream<String> text(Throwable e) {
    return chain(e).map(Throwable::getMessage).filter(Objects::nonNull);
  }

  private static Stream<Throwable> chain(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
  }
}
