package org.vocstream.corenlp;

import edu.stanford.nlp.parser.lexparser.LexicalizedParser;
import edu.stanford.nlp.sentiment.SentimentModel;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.zip.GZIPInputStream;

/**
 * The three files of CoreNLP that are used, each read when first asked for and once per JVM: they
 * never change, and several threads may use them. The tagger takes some 110 MB of heap, the parser
 * and the sentiment model together 75 MB.
 */
final class CoreNlpModels {
  private static final String FOLDER = "/edu/stanford/nlp/models/";

  private CoreNlpModels() {}

  /** Parts of speech: a maximum-entropy tagger (Toutanova and others, NAACL 2003). */
  static MaxentTagger tagger() {
    return Tagger.READ;
  }

  /** Parse trees: a probabilistic grammar (Klein and Manning, ACL 2003). */
  static LexicalizedParser parser() {
    return Parser.READ;
  }

  /** Sentiment of trees: a recursive neural tensor network (Socher and others, EMNLP 2013). */
  static SentimentModel sentiment() {
    return Sentiment.READ;
  }

  private static final class Tagger {
    static final MaxentTagger READ = read();

    private static MaxentTagger read() {
      try (InputStream in = open("pos-tagger/english-left3words-distsim.tagger")) {
        return new MaxentTagger(in, new Properties(), false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Parser {
    static final LexicalizedParser READ = read();

    private static LexicalizedParser read() {
      try (ObjectInputStream in = objects("lexparser/englishPCFG.ser.gz")) {
        return LexicalizedParser.loadModel(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Sentiment {
    static final SentimentModel READ = read();

    private static SentimentModel read() {
      try (ObjectInputStream in = objects("sentiment/sentiment.ser.gz")) {
        return (SentimentModel) in.readObject();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException("the model is of another version of CoreNLP", e);
      }
    }
  }

  private static ObjectInputStream objects(String name) throws IOException {
    return new ObjectInputStream(new BufferedInputStream(new GZIPInputStream(open(name))));
  }

  private static InputStream open(String name) {
    InputStream in = CoreNlpModels.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException(
          FOLDER + name + " is missing; build it again: scripts/voc corenlp");
    }
    return new BufferedInputStream(in);
  }
}
