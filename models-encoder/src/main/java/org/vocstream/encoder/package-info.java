/** Pretrained encoders by ONNX Runtime. */
package org.vocstream.encoder;
