package org.vocstream.jobs.settings;

import java.util.Map;

/** A small pack that grows, and a competitor set, for tests. */
public final class Pets {
  private Pets() {}

  /** Knows palatability (爱吃), beside what the base knows. */
  public static String pack(String version) {
    return pack(version, "");
  }

  /** Knows odour (臭味) as well. */
  public static String packWithOdour(String version) {
    return pack(
        version,
        """
          - code: odour
            label: {zh: 臭味, en: Odour}
            touchpoint: use
            value: benefit.product
            cues:
              - terms: [臭烘烘]
                polarity: -1
                examples: ["拆开[臭烘烘]的"]
                counter_examples: ["不臭"]
        """);
  }

  private static String pack(String version, String more) {
    return """
        pack: pets
        version: %s
        label: {zh: 宠物, en: Pets}
        extends: commerce
        indicators:
          - code: palatability
            label: {zh: 适口性, en: Palatability}
            touchpoint: use
            value: benefit.product
            cues:
              - terms: [爱吃]
                examples: ["猫咪很[爱吃]"]
                counter_examples: ["爱喝水"]
        """
            .formatted(version)
        + more;
  }

  /** 青禾 and 露白, who go by other names, too. */
  public static String competitors(String version, String aliasOfQinghe) {
    return """
        id: pets-2026
        version: %s
        own: 青禾
        brands:
          - name: 青禾
            aliases: [%s]
          - name: 露白
        """
        .formatted(version, aliasOfQinghe);
  }

  /** A pack as it comes from somewhere. */
  public static Setting setting(String packText) {
    return Setting.of(
        SettingKind.PACK, "pets.yaml", Map.of("pets.yaml", packText), "voc.settings/0/1");
  }

  /** A competitor set as it comes from somewhere. */
  public static Setting set(String text) {
    return Setting.of(
        SettingKind.COMPETITORS, "set.yaml", Map.of("set.yaml", text), "voc.settings/0/2");
  }
}
