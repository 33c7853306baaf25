package org.vocstream.servers;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of one test, which nobody else trusts. Safe for several threads. */
public final class CertificateAuthority {
  private static final X500Name NAME = new X500Name("CN=VoC Stream test authority");
  private static final char[] NO_PASSWORD = {};

  private final AtomicLong serial = new AtomicLong();
  private final KeyPair keys;
  private final X509Certificate certificate;

  /**
   * What a server shows: its key and the certificate over it.
   *
   * @param key private
   * @param certificate signed by {@code authority}
   */
  public record Identity(PrivateKey key, X509Certificate certificate, X509Certificate authority) {
    /** For a server in this process. */
    public SSLContext context() throws IOException, GeneralSecurityException {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NO_PASSWORD);
      store.setKeyEntry("server", key, NO_PASSWORD, new X509Certificate[] {certificate, authority});
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    }

    /** Writes key and certificates into one PEM file, as Kafka reads them. */
    public Path write(Path file) throws IOException {
      return Files.writeString(
          file, pem(new JcaPKCS8Generator(key, null)) + pem(certificate) + pem(authority));
    }
  }

  private CertificateAuthority(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  /** A new one with a key of its own. */
  public static CertificateAuthority create() throws IOException, GeneralSecurityException {
    KeyPair keys = newKeys();
    Instant now = Instant.now();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            NAME,
            BigInteger.ONE,
            Date.from(now.minus(Duration.ofDays(2))),
            Date.from(now.plus(Duration.ofDays(2))),
            NAME,
            keys.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    return new CertificateAuthority(keys, signed(builder, keys.getPrivate()));
  }

  /** An identity for an address such as {@code 127.0.0.1}, or a name, valid now. */
  public Identity identity(String host) throws IOException, GeneralSecurityException {
    return identity(host, Instant.now().plus(Duration.ofDays(1)));
  }

  /** An identity that is valid from yesterday to this moment. */
  public Identity identity(String host, Instant until)
      throws IOException, GeneralSecurityException {
    KeyPair server = newKeys();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            NAME,
            BigInteger.TEN.add(BigInteger.valueOf(serial.incrementAndGet())),
            Date.from(Instant.now().minus(Duration.ofDays(1))),
            Date.from(until),
            new X500Name("CN=" + host),
            server.getPublic());
    boolean address = host.matches("[0-9.]+");
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host)));
    return new Identity(server.getPrivate(), signed(builder, keys.getPrivate()), certificate);
  }

  /** Writes the certificate of the authority itself, PEM. */
  public Path write(Path file) throws IOException {
    return Files.writeString(file, pem(certificate));
  }

  private static KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private static String pem(Object what) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(what);
    }
    return text.toString();
  }
}
