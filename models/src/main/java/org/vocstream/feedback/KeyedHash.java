package org.vocstream.feedback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms of authors and customers: HMAC-SHA-256 under a secret key, so that the same person is
 * recognised again and nobody without the key can try names. Immutable, thread-safe.
 */
public final class KeyedHash {
  /** Bytes of a key that {@link #newKey} makes. */
  public static final int KEY_BYTES = 32;

  private static final int HASH_BYTES = 16;
  private final byte[] key;

  /**
   * A hash under this key.
   *
   * @param key at least 16 bytes, kept secret
   * @throws IllegalArgumentException where the key is shorter
   */
  public KeyedHash(byte[] key) {
    if (key.length < HASH_BYTES) {
      throw new IllegalArgumentException("the hash key needs at least " + HASH_BYTES + " bytes");
    }
    this.key = key.clone();
  }

  /** A fresh random key. */
  public static byte[] newKey() {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    return fresh;
  }

  /** The pseudonym: 32 hexadecimal digits. */
  public String of(String person) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] full = mac.doFinal(person.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(full, HASH_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
