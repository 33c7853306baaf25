package org.vocstream.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import org.vocstream.elasticsearch.AccessKeys;
import org.vocstream.elasticsearch.AccessRole;
import org.vocstream.elasticsearch.Credentials;
import org.vocstream.elasticsearch.ElasticsearchConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes an API key of Elasticsearch that may do what one part of the system needs, and no more. */
@Command(
    name = "access",
    description = {
      "Makes a role and an API key of Elasticsearch that may do what one part of the system needs, and no more.",
      "Run it as a user with manage_security (VOC_ES_USER, VOC_ES_PASSWORD or VOC_ES_PASSWORD_FILE)."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/voc access --for job --print",
      "  scripts/voc access --for job --elasticsearch https://es:9200 --key-file job.key"
    })
final class AccessCommand implements Callable<Integer> {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  @Option(
      names = "--for",
      paramLabel = "PART",
      required = true,
      description = {
        "setup (makes the indices, upgrades, rescores), job (scores), page, or reports",
        "(comparisons, reports, schedule)."
      })
  AccessRole role;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      description =
          "The cluster, such as https://host:9200; VOC_ES_CA_FILE names a CA certificate.")
  URI uri;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "90",
      description = "Days until the key ends. Default: ${DEFAULT-VALUE}.")
  int days;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "A new file for the key, for its owner's eyes only; VOC_ES_API_KEY_FILE names it later. Default: the key is printed, once.")
  Path keyFile;

  @Option(names = "--print", description = "Print what would be sent, and ask nobody.")
  boolean print;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (days < 1) {
      throw UserError.usage("--days " + days + ": a whole number from 1 on is needed");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (print) {
      out.println("PUT /_security/role/" + role.roleName());
      out.println(text(role.json()));
      out.println("POST /_security/api_key");
      out.println(text(AccessKeys.request(role, days)));
      return 0;
    }
    if (uri == null) {
      throw UserError.usage("--elasticsearch URL is missing; or give --print");
    }
    String key = create();
    if (keyFile == null) {
      out.println(key);
    } else {
      Files.writeString(keyFile, key);
      out.printf(
          "%s has the key of %s (%s), which ends in %d days%n",
          keyFile, role.roleName(), role.purpose(), days);
    }
    return 0;
  }

  /** The file is made first: a key that nobody could keep would live on unseen. */
  private String create() throws IOException {
    try (ElasticsearchConnection connection =
        ElasticsearchConnection.open(uri, Credentials.of(System.getenv()))) {
      connection.verify();
      if (keyFile != null) {
        Files.createFile(
            keyFile,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      return new AccessKeys(connection.client()).create(role, days);
    } catch (FileAlreadyExistsException e) {
      throw UserError.usage("--key-file " + keyFile + " is there already; name a new file");
    } catch (IllegalArgumentException e) {
      throw UserError.usage("--elasticsearch " + uri + ": " + e.getMessage());
    } catch (IOException e) {
      if (keyFile != null && Files.isRegularFile(keyFile) && Files.size(keyFile) == 0) {
        Files.delete(keyFile);
      }
      throw UserError.failed(e.getMessage(), e);
    }
  }

  private static String text(ObjectNode json) throws JsonProcessingException {
    return JSON.writeValueAsString(json);
  }
}
