package org.coverscape.engine.training;

/** Changes a layer along a gradient. Not thread-safe. */
interface Optimizer {
  /** One step; the gradient is left as it is. */
  void step(float[] layer, float[] gradient);

  /** Stochastic gradient descent with momentum, as Keras has it: v = m·v − r·g, w += v. */
  static Optimizer momentum(float rate, float momentum, int parameters) {
    float[] speed = new float[parameters];
    return (layer, gradient) -> {
      for (int i = 0; i < layer.length; i++) {
        speed[i] = momentum * speed[i] - rate * gradient[i];
        layer[i] += speed[i];
      }
    };
  }

  /** Adam (Kingma and Ba, 2015) with its usual constants. */
  static Optimizer adam(float rate, int parameters) {
    return new Adam(rate, parameters);
  }

  /** Adam's two running means. */
  final class Adam implements Optimizer {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float LEAST = 1e-8f;

    private final float rate;
    private final float[] mean;
    private final float[] square;
    private int steps;

    Adam(float rate, int parameters) {
      this.rate = rate;
      this.mean = new float[parameters];
      this.square = new float[parameters];
    }

    @Override
    public void step(float[] layer, float[] gradient) {
      steps++;
      double unbias = Math.sqrt(1 - Math.pow(SECOND, steps)) / (1 - Math.pow(FIRST, steps));
      float now = (float) (rate * unbias);
      for (int i = 0; i < layer.length; i++) {
        float g = gradient[i];
        mean[i] += (1 - FIRST) * (g - mean[i]);
        square[i] += (1 - SECOND) * (g * g - square[i]);
        layer[i] -= now * mean[i] / ((float) Math.sqrt(square[i]) + LEAST);
      }
    }
  }
}
