package org.mineban.kernel;

/**
 * A place in the Convention: an article, a paragraph of it, a subparagraph.
 *
 * @param article 1 to 22
 * @param paragraph from 1; 0 when the article is meant as a whole or has no numbered paragraphs
 * @param subparagraph the letter, as {@code "a"}; empty when none is meant
 */
public record Provision(int article, int paragraph, String subparagraph) implements Comparable<Provision> {

    public Provision {
        if (article < 1 || article > 22 || paragraph < 0 || (paragraph == 0 && !subparagraph.isEmpty())) {
            throw new IllegalArgumentException(
                    "No such provision: article " + article + ", paragraph " + paragraph + " " + subparagraph);
        }
    }

    /** An article as a whole. */
    public static Provision article(int article) {
        return new Provision(article, 0, "");
    }

    /** A numbered paragraph of an article. */
    public static Provision paragraph(int article, int paragraph) {
        return new Provision(article, paragraph, "");
    }

    /** The key of its text in the message files, as {@code article-17-2}. */
    public String id() {
        return "article-" + article + (paragraph == 0 ? "" : "-" + paragraph)
                + (subparagraph.isEmpty() ? "" : "-" + subparagraph);
    }

    /** The short form used in tables and data, as {@code 17(2)} or {@code 7(1)(a)}. */
    public String cite() {
        return article
                + (paragraph == 0 ? "" : "(" + paragraph + ")")
                + (subparagraph.isEmpty() ? "" : "(" + subparagraph + ")");
    }

    @Override
    public int compareTo(Provision other) {
        int byArticle = Integer.compare(article, other.article);
        int byParagraph = byArticle != 0 ? byArticle : Integer.compare(paragraph, other.paragraph);
        return byParagraph != 0 ? byParagraph : subparagraph.compareTo(other.subparagraph);
    }
}
