package org.vocstream.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {
  private final TextPreparer preparer = new TextPreparer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "物流很快，客服态度也好 | ZH",
        "這個手機質量非常好 | ZH",
        "iPhone 15 Pro Max很好 | ZH",
        "HUAWEI Mate60 Pro 用了一个月，拍照很好 | ZH",
        "可爱の猫粮 | ZH",
        "👍👍👍 | ZH",
        "[doge] | ZH",
        "yyds | ZH",
        "Fast delivery, the phone is great. | EN",
        "good | EN",
        "The café is great and I love it | EN",
        "Nice color | EN",
        "这个手机很好用，but the battery is too bad, I will not buy again | MIXED",
        "速度とても速いです。ありがとう | OTHER",
        "배송이 빠르고 좋아요 | OTHER",
        "Очень хорошо, быстрая доставка | OTHER",
        "สินค้าดีมาก ส่งเร็ว | OTHER",
        "Très bon produit, je suis content de la livraison | OTHER",
        "Das ist nicht gut, sehr schlecht | OTHER",
        "El producto es muy bueno y la entrega rápida | OTHER",
        "123456 !!! | OTHER",
        "'' | OTHER",
      })
  void tells(String stored, Language language) {
    assertThat(preparer.prepare(stored).language()).isEqualTo(language);
  }
}
