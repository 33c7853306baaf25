package org.vocstream.pack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an indicator is to the customer: a benefit or a cost, and of which sort. Perceived value is
 * benefits less costs (Kotler's customer delivered value).
 */
public enum Value {
  BENEFIT_PRODUCT,
  BENEFIT_SERVICE,
  BENEFIT_PEOPLE,
  BENEFIT_IMAGE,
  COST_MONEY,
  COST_TIME,
  COST_ENERGY,
  COST_MIND;

  /** The name in packs and documents: {@code benefit.product}, {@code cost.time}, ... */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** The value of this code; empty where there is none. */
  public static Optional<Value> of(String code) {
    return Arrays.stream(values()).filter(v -> v.code().equals(code)).findFirst();
  }

  /** All codes, in order: {@code benefit.product}, ... */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Value::code).toList();
  }
}
