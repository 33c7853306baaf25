/** From labelled texts to the weights in {@code trained/}, with a card for each model. */
package org.vocstream.training;
